#include "ui/theme/tabular.h"

namespace plumbline {
namespace {

bool isDigit(QChar character) {
    return character >= u'0' && character <= u'9';
}

/// Calls visit(part, width, isDigit) for each digit and for each run of other characters.
template <typename Visit>
void forEachPart(const QFontMetricsF& metrics, const QString& text, Visit visit) {
    const double cell = metrics.horizontalAdvance(u'0');
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        const bool digit = isDigit(text[at]);
        while (!digit && end < text.size() && !isDigit(text[end]))
            ++end;
        const QString part = text.mid(at, end - at);
        visit(part, digit ? cell : metrics.horizontalAdvance(part), digit);
        at = end;
    }
}

double alignedLeft(const QRectF& rectangle, Qt::Alignment alignment, double width) {
    if (alignment & Qt::AlignRight)
        return rectangle.right() - width;
    if (alignment & Qt::AlignHCenter)
        return rectangle.center().x() - width / 2;
    return rectangle.left();
}

double alignedBaseline(const QRectF& rectangle, Qt::Alignment alignment,
                       const QFontMetricsF& metrics) {
    if (alignment & Qt::AlignTop)
        return rectangle.top() + metrics.ascent();
    if (alignment & Qt::AlignBottom)
        return rectangle.bottom() - metrics.descent();
    // Figures have no descender: centring their height, not the line's, is what looks centred.
    return rectangle.center().y() + metrics.capHeight() / 2;
}

} // namespace

double tabularWidth(const QFontMetricsF& metrics, const QString& text) {
    double width = 0;
    forEachPart(metrics, text, [&](const QString&, double partWidth, bool) { width += partWidth; });
    return width;
}

void drawTabular(QPainter& painter, const QRectF& rectangle, Qt::Alignment alignment,
                 const QString& text) {
    const QFontMetricsF metrics(painter.font());
    double x = alignedLeft(rectangle, alignment, tabularWidth(metrics, text));
    const double baseline = alignedBaseline(rectangle, alignment, metrics);
    forEachPart(metrics, text, [&](const QString& part, double width, bool digit) {
        const double inset = digit ? (width - metrics.horizontalAdvance(part)) / 2 : 0;
        painter.drawText(QPointF(x + inset, baseline), part);
        x += width;
    });
}

} // namespace plumbline
