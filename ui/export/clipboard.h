#pragma once

#include "ui/export/image.h"

#include <QMimeData>
#include <QString>

#include <memory>
#include <string>

namespace plumbline {

/// How dense a copied picture is: enough for a slide.
inline constexpr double kCopyScale = 2;

/**
 * A picture of a figure, or of the page where the id is empty, in its usual size: as an image, as
 * the PNG file with its scene, and as an SVG. Null where the report has no such figure.
 */
std::unique_ptr<QMimeData> figureImageMime(const Report& report, const LabDescription& lab,
                                           const ViewSettings& view, const std::string& figureId);

/// The figure's table: as text with tabs, which spreadsheets take apart, and as CSV. Null where the
/// report has no such figure.
std::unique_ptr<QMimeData> figureDataMime(const Report& report, const std::string& figureId);

/// Put the same on the clipboard; false, and nothing changed, without such a figure.
bool copyFigureImage(const Report& report, const LabDescription& lab, const ViewSettings& view,
                     const std::string& figureId);
bool copyFigureData(const Report& report, const std::string& figureId);

} // namespace plumbline
