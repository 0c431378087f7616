#include "ui/export/image.h"

#include "core/lab/text.h"
#include "core/report/number_format.h"
#include "ui/export/picture.h"

#include <QPainter>

#include <cmath>

namespace plumbline {
namespace {

constexpr double kMetresPerUnit = 0.0254 / 96;

} // namespace

std::optional<std::string> checkImageRequest(const ImageRequest& request) {
    const PictureSize& size = request.size;
    if (!(size.width >= 1 && size.height >= 1))
        return "the image size must be at least " + PictureSize{1, 1, size.unit}.text() + ", got " +
               size.text();
    if (!(request.scale > 0 && request.scale <= kLargestImageScale))
        return "the image scale must lie above 0 and at most at " +
               formatNumber(kLargestImageScale) + ", got " + formatNumber(request.scale);
    const double width = size.layout().width() * request.scale;
    const double height = size.layout().height() * request.scale;
    if (width < 0.5 || height < 0.5)
        return "the image would have no pixel: " + size.text() + " at scale " +
               formatNumber(request.scale);
    if (width > kLargestImageSide || height > kLargestImageSide)
        return "an image side must have at most " + formatCount(kLargestImageSide) +
               " pixels, got " + formatNumber(std::round(width)) + " x " +
               formatNumber(std::round(height));
    if (width * height > kMostImagePixels)
        return "an image must have at most " +
               formatCount(static_cast<std::int64_t>(kMostImagePixels)) + " pixels, got " +
               formatCount(std::llround(width * height));
    return std::nullopt;
}

std::optional<std::string> checkImageRequest(const ImageRequest& request, const Report& report) {
    if (auto problem = checkImageRequest(request))
        return problem;
    if (!request.figure || report.figure(*request.figure))
        return std::nullopt;
    std::vector<std::string> ids;
    for (const Figure& figure : report.figures)
        ids.push_back(figure.id);
    return "unknown figure " + inQuotes(*request.figure) + suggestion(*request.figure, ids);
}

QImage renderImage(const Report& report, const LabDescription& lab, const ImageRequest& request) {
    const Picture picture(report, lab, request);
    QImage image(request.pixelSize(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    const QSizeF metres = request.size.layout() * kMetresPerUnit;
    image.setDotsPerMeterX(static_cast<int>(std::lround(image.width() / metres.width())));
    image.setDotsPerMeterY(static_cast<int>(std::lround(image.height() / metres.height())));
    image.fill(picture.paper());
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
    painter.scale(request.scale, request.scale);
    picture.paint(painter);
    return image;
}

} // namespace plumbline
