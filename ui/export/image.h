#pragma once

#include "core/lab/lab.h"
#include "core/lab/view_settings.h"
#include "core/report/report.h"
#include "ui/export/picture_size.h"

#include <QImage>

#include <optional>
#include <string>

namespace plumbline {

inline constexpr PictureSize kPageImageSize{1280, 800};
inline constexpr PictureSize kFigureImageSize{960, 600};
inline constexpr double kImageScale = 1;

inline constexpr int kLargestImageSide = 16384; ///< pixels
inline constexpr double kMostImagePixels = 200'000'000;
inline constexpr double kLargestImageScale = 16;

/// What to draw, and how large.
struct ImageRequest {
    PictureSize size = kPageImageSize;
    double scale = kImageScale;        ///< pixels per layout unit, where there are pixels
    ViewSettings view;                 ///< as the window has it; without a theme a picture is light
    std::optional<std::string> figure; ///< its id; unset: the whole page

    ThemeChoice theme() const { return view.theme.value_or(ThemeChoice::light); }
    QSize pixelSize() const { return size.pixels(scale); }
};

/// What is wrong with the request, naming the value and the rule; nothing when it can be drawn.
std::optional<std::string> checkImageRequest(const ImageRequest& request);

/// The same, and whether the report has the figure.
std::optional<std::string> checkImageRequest(const ImageRequest& request, const Report& report);

/// The picture in pixels, as Picture (ui/export/picture.h) draws it. The request must have passed
/// checkImageRequest(); a picture too large for memory is null.
QImage renderImage(const Report& report, const LabDescription& lab, const ImageRequest& request);

} // namespace plumbline
