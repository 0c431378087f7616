#include "ui/export/svg_format.h"

#include "ui/theme/theme.h"

#include <cmath>

namespace plumbline {

QByteArray xmlText(const QString& text) {
    QString allowed;
    for (const char32_t c : text.toUcs4()) {
        const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        if (!control && c != 0xfffe && c != 0xffff && !(c >= 0xd800 && c <= 0xdfff))
            allowed += QString::fromUcs4(&c, 1);
    }
    return allowed.toHtmlEscaped().toUtf8();
}

namespace svg {

QByteArray number(double value) {
    const double rounded = std::round(value * 100) / 100;
    QByteArray text = QByteArray::number(rounded == 0 ? 0.0 : rounded, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text;
}

QByteArray point(const QPointF& at) {
    return number(at.x()) + ' ' + number(at.y());
}

QByteArray attribute(const char* name, const QByteArray& value) {
    return ' ' + QByteArray(name) + "=\"" + value + '"';
}

QByteArray colourAttributes(const char* name, const QColor& colour, double opacity) {
    QByteArray result = attribute(name, colour.name().toLatin1());
    const double alpha = colour.alphaF() * opacity;
    if (alpha < 0.9995)
        result += attribute((QByteArray(name) + "-opacity").constData(),
                            QByteArray::number(std::round(alpha * 1000) / 1000));
    return result;
}

QByteArray pathData(const QPainterPath& path) {
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo())
            data += 'M' + point(element);
        else if (element.isLineTo())
            data += 'L' + point(element);
        else if (element.type == QPainterPath::CurveToElement)
            data += 'C' + point(element);
        else
            data += ' ' + point(element);
    }
    return data;
}

std::optional<double> cornerRadius(const QPainterPath& path) {
    constexpr int kElements = 17; // a move, four curves of three points, four lines
    if (path.elementCount() != kElements)
        return std::nullopt;
    const QRectF bounds = path.boundingRect();
    const double radius = path.elementAt(0).y - bounds.top();
    QPainterPath rounded;
    rounded.addRoundedRect(bounds, radius, radius);
    return path == rounded ? std::optional(radius) : std::nullopt;
}

bool isEllipse(const QPainterPath& path) {
    constexpr int kElements = 13; // a move, four curves of three points
    QPainterPath ellipse;
    ellipse.addEllipse(path.boundingRect());
    return path.elementCount() == kElements && path == ellipse;
}

QByteArray familiesOf(const QFont& font) {
    const QByteArray family = xmlText(font.families().value(0, font.family()));
    if (font.families() == type::symbol().families())
        return '\'' + family + "', 'Times New Roman', Times, serif";
    return family == "Inter" ? QByteArray("Inter, Helvetica, Arial, sans-serif")
                             : '\'' + family + "', Inter, Helvetica, Arial, sans-serif";
}

} // namespace svg
} // namespace plumbline
