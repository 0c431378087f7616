#include "ui/export/image.h"

#include "core/lab/text.h"
#include "core/report/number_format.h"
#include "ui/charts/figure_view.h"
#include "ui/controls/appearance.h"
#include "ui/window/report_page.h"

#include <QApplication>
#include <QPainter>

#include <cmath>

namespace plumbline {
namespace {

constexpr int kFigureMargin = spacing::kLarge;
constexpr double kShrinkStep = 1.04;
constexpr double kMostShrink = 64;

std::string sizeText(QSize size) {
    return std::to_string(size.width()) + "x" + std::to_string(size.height());
}

/// The page's own size, at least the one asked for and of its proportions, in which all is
/// readable.
QSize layoutSizeOf(const ReportPage& page, QSize asked) {
    double shrink = 1;
    while (shrink < kMostShrink) {
        const QSize size(static_cast<int>(std::ceil(asked.width() * shrink)),
                         static_cast<int>(std::ceil(asked.height() * shrink)));
        if (size.width() >= page.readableWidth() &&
            page.heightForWidth(size.width()) <= size.height())
            return size;
        shrink *= kShrinkStep;
    }
    return asked;
}

QImage emptyImage(const ImageRequest& request, const QColor& background) {
    QImage image(request.pixelSize(), QImage::Format_RGB32);
    image.fill(background);
    return image;
}

/// Lays the widget out as if it were shown, and draws it over the whole image.
void draw(QWidget& widget, QSize layoutSize, QImage& image) {
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.resize(layoutSize);
    widget.show();
    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
    painter.scale(static_cast<double>(image.width()) / layoutSize.width(),
                  static_cast<double>(image.height()) / layoutSize.height());
    widget.render(&painter, {}, {}, QWidget::DrawChildren);
    painter.end();
    widget.hide();
}

QImage renderFigure(const Figure& figure, const ImageRequest& request) {
    const Theme& theme = Theme::of(request.theme);
    QImage image = emptyImage(request, theme.card);
    if (image.isNull())
        return image;
    QWidget frame;
    applyTheme(frame, theme);
    FigureView* view = makeFigureView(figure, theme).release();
    view->setParent(&frame);
    view->setGeometry(QRect(QPoint(0, 0), request.size)
                          .adjusted(kFigureMargin, kFigureMargin, -kFigureMargin, -kFigureMargin));
    view->show();
    draw(frame, request.size, image);
    return image;
}

QImage renderPage(const Report& report, const LabDescription& lab, const ImageRequest& request) {
    const Theme& theme = Theme::of(request.theme);
    QImage image = emptyImage(request, theme.background);
    if (image.isNull())
        return image;
    ReportPage page(theme);
    applyTheme(page, theme);
    page.setReport(std::make_shared<const Report>(report));
    page.setHeading(QString::fromStdString(lab.group + " / " + lab.title));
    draw(page, layoutSizeOf(page, request.size), image);
    return image;
}

} // namespace

QSize ImageRequest::pixelSize() const {
    return {static_cast<int>(std::lround(size.width() * scale)),
            static_cast<int>(std::lround(size.height() * scale))};
}

std::optional<std::string> checkImageRequest(const ImageRequest& request) {
    if (request.size.width() <= 0 || request.size.height() <= 0)
        return "the image size must be at least 1x1, got " + sizeText(request.size);
    if (!(request.scale > 0 && request.scale <= kLargestImageScale))
        return "the image scale must lie above 0 and at most at " +
               formatNumber(kLargestImageScale) + ", got " + formatNumber(request.scale);
    const double width = request.size.width() * request.scale;
    const double height = request.size.height() * request.scale;
    if (width < 0.5 || height < 0.5)
        return "the image would have no pixel: " + sizeText(request.size) + " at scale " +
               formatNumber(request.scale);
    if (width > kLargestImageSide || height > kLargestImageSide)
        return "an image side must have at most " + formatCount(kLargestImageSide) +
               " pixels, got " + formatCount(std::llround(width)) + " x " +
               formatCount(std::llround(height));
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
    if (!request.figure)
        return renderPage(report, lab, request);
    return renderFigure(*report.figure(*request.figure), request);
}

} // namespace plumbline
