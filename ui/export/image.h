#pragma once

#include "core/lab/lab.h"
#include "core/report/report.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QSize>

#include <optional>
#include <string>

namespace plumbline {

inline constexpr QSize kPageImageSize(1280, 800);
inline constexpr QSize kFigureImageSize(960, 600);
inline constexpr double kImageScale = 1;

inline constexpr int kLargestImageSide = 16384; ///< pixels
inline constexpr double kMostImagePixels = 200'000'000;
inline constexpr double kLargestImageScale = 16;

/// What to draw, and how large.
struct ImageRequest {
    QSize size = kPageImageSize; ///< in layout units: text has its usual size in it
    double scale = kImageScale;  ///< pixels per layout unit
    ThemeChoice theme = ThemeChoice::light;
    std::optional<std::string> figure; ///< its id; unset: the whole page

    /// Of the picture: size times scale, rounded.
    QSize pixelSize() const;
};

/// What is wrong with the request, naming the value and the rule; nothing when it can be drawn.
std::optional<std::string> checkImageRequest(const ImageRequest& request);

/// The same, and whether the report has the figure.
std::optional<std::string> checkImageRequest(const ImageRequest& request, const Report& report);

/**
 * Draws a report off screen with the views of the window, so that both look alike. Needs a
 * QApplication (the offscreen platform will do) and its thread. The request must have passed
 * checkImageRequest(); a picture too large for memory is null.
 *
 * A figure fills the picture with a margin of 16. A page has the lab's title as its heading, all
 * figures and the verdict table; where they need more room than asked for, the whole page is drawn
 * smaller, so nothing is ever cut off.
 */
QImage renderImage(const Report& report, const LabDescription& lab, const ImageRequest& request);

} // namespace plumbline
