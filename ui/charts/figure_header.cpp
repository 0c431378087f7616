#include "ui/charts/figure_header.h"

#include "ui/theme/shaped_text.h"
#include "ui/theme/tabular.h"

#include <QFontMetricsF>

#include <cmath>

namespace plumbline {
namespace {

bool isCut(const QFont& font, const QString& text, const QRectF& rectangle) {
    return QFontMetricsF(font).horizontalAdvance(text) > rectangle.width();
}

void paintLine(QPainter& painter, const QFont& font, const QColor& colour, const QString& text,
               const QRectF& rectangle) {
    if (text.isEmpty() || rectangle.isEmpty())
        return;
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(colour);
    drawShaped(painter, QPointF(rectangle.left(), rectangle.top() + std::round(metrics.ascent())),
               cutToFit(font, text, rectangle.width()));
}

QRectF lineAt(double top, const QFont& font, const QSizeF& size) {
    const double height = std::ceil(QFontMetricsF(font).height());
    return QRectF(kViewMargin, top, size.width() - 2 * kViewMargin, height);
}

} // namespace

FigureHeader layOutHeader(const Figure& figure, const QSizeF& size) {
    FigureHeader header;
    header.title = QString::fromStdString(figure.title);
    header.caption = QString::fromStdString(figure.caption);
    header.bottom = kViewMargin;
    if (!header.title.isEmpty()) {
        header.titleRectangle = lineAt(header.bottom, type::title(), size);
        header.bottom = header.titleRectangle.bottom();
    }
    if (!header.caption.isEmpty()) {
        header.captionRectangle = lineAt(header.bottom + 2, type::caption(), size);
        header.bottom = header.captionRectangle.bottom();
    }
    if (size.height() < kLowView)
        header.hideCaption();
    return header;
}

void FigureHeader::paint(QPainter& painter, const Theme& theme) const {
    paintLine(painter, type::title(), theme.text, title, titleRectangle);
    paintLine(painter, type::caption(), theme.muted, caption, captionRectangle);
}

void FigureHeader::hideCaption() {
    if (captionRectangle.isEmpty() || titleRectangle.isEmpty())
        return;
    captionRectangle = {};
    bottom = titleRectangle.bottom();
}

QString FigureHeader::cutTextAt(const QPointF& position) const {
    const bool captionHidden = captionRectangle.isEmpty() && !caption.isEmpty();
    if (titleRectangle.contains(position) && captionHidden)
        return title + "\n" + caption;
    if (titleRectangle.contains(position) && isCut(type::title(), title, titleRectangle))
        return title;
    if (captionRectangle.contains(position) && isCut(type::caption(), caption, captionRectangle))
        return caption;
    return {};
}

} // namespace plumbline
