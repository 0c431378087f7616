#include "ui/export/svg_engine.h"

#include "ui/export/svg_format.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPen>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace plumbline {

using namespace svg;

namespace {

/// A writer of vectors needs no help but with these.
constexpr QPaintEngine::PaintEngineFeatures kFeatures =
    QPaintEngine::PaintEngineFeatures(QPaintEngine::AllFeatures) &
    ~QPaintEngine::PaintEngineFeatures(
        QPaintEngine::PatternBrush | QPaintEngine::PerspectiveTransform |
        QPaintEngine::RadialGradientFill | QPaintEngine::ConicalGradientFill |
        QPaintEngine::PorterDuff | QPaintEngine::ObjectBoundingModeGradients |
        QPaintEngine::PaintOutsidePaintEvent);

/// Pieces of one string follow each other this closely; it covers the rounding of their widths.
constexpr double kTextGap = 0.6;

constexpr double kCrispFrom = 2; ///< layout units

bool allFinite(const QPointF* points, int count) {
    return std::all_of(points, points + count, [](const QPointF& at) {
        return std::isfinite(at.x()) && std::isfinite(at.y());
    });
}

bool isFinite(const QRectF& rectangle) {
    const QPointF corners[] = {rectangle.topLeft(), rectangle.bottomRight()};
    return allFinite(corners, 2);
}

/// Once it is written.
bool isInvisible(const QRectF& rectangle) {
    return number(rectangle.width()) == "0" || number(rectangle.height()) == "0";
}

bool isClosed(const QPainterPath& path) {
    return path.elementCount() > 2 &&
           QPointF(path.elementAt(0)) == QPointF(path.elementAt(path.elementCount() - 1));
}

bool isUpright(const QTransform& transform) {
    return transform.type() <= QTransform::TxScale && transform.m11() > 0 && transform.m22() > 0;
}

QByteArray capName(Qt::PenCapStyle cap) {
    return cap == Qt::RoundCap ? "round" : cap == Qt::SquareCap ? "square" : "butt";
}

QByteArray joinName(Qt::PenJoinStyle join) {
    return join == Qt::RoundJoin ? "round" : join == Qt::BevelJoin ? "bevel" : "miter";
}

QByteArray pngOf(const QImage& image) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data().toBase64();
}

} // namespace

SvgEngine::SvgEngine() : QPaintEngine(kFeatures) {}

bool SvgEngine::begin(QPaintDevice*) {
    setActive(true);
    return true;
}

bool SvgEngine::end() {
    flushText();
    closeGroup();
    setActive(false);
    return true;
}

double SvgEngine::scale() const {
    return std::sqrt(std::abs(state->transform().determinant()));
}

void SvgEngine::add(const QByteArray& style, const QByteArray& element) {
    flushText();
    if (!m_inGroup || style != m_groupStyle) {
        closeGroup();
        m_body += "<g" + style + ">\n";
        m_groupStyle = style;
        m_inGroup = true;
    }
    m_body += element + '\n';
}

void SvgEngine::closeGroup() {
    if (m_inGroup)
        m_body += "</g>\n";
    m_inGroup = false;
}

QByteArray SvgEngine::shapeStyle(bool filled) {
    return (filled ? fillStyle() : QByteArray()) + strokeStyle();
}

QByteArray SvgEngine::fillStyle() {
    const QBrush brush = state->brush();
    if (brush.style() == Qt::NoBrush)
        return {};
    if (brush.style() == Qt::LinearGradientPattern)
        return gradientFill(*static_cast<const QLinearGradient*>(brush.gradient()));
    return colourAttributes("fill", brush.color(), state->opacity());
}

QByteArray SvgEngine::gradientFill(const QLinearGradient& gradient) {
    flushText();
    closeGroup();
    const QByteArray id = "gradient" + QByteArray::number(++m_gradients);
    const QPointF start = state->transform().map(gradient.start());
    const QPointF stop = state->transform().map(gradient.finalStop());
    m_body += "<linearGradient id=\"" + id + "\" gradientUnits=\"userSpaceOnUse\"" +
              attribute("x1", number(start.x())) + attribute("y1", number(start.y())) +
              attribute("x2", number(stop.x())) + attribute("y2", number(stop.y())) + ">\n";
    for (const auto& [offset, colour] : gradient.stops())
        m_body += "<stop" + attribute("offset", QByteArray::number(offset)) +
                  colourAttributes("stop-color", colour, 1).replace("color-opacity", "opacity") +
                  "/>\n";
    m_body += "</linearGradient>\n";
    return attribute("fill", "url(#" + id + ")");
}

QByteArray SvgEngine::strokeStyle() const {
    const QPen pen = state->pen();
    if (pen.style() == Qt::NoPen)
        return {};
    const double width = (pen.widthF() > 0 ? pen.widthF() : 1) * (pen.isCosmetic() ? 1 : scale());
    QByteArray style = colourAttributes("stroke", pen.color(), state->opacity());
    style += attribute("stroke-width", number(width));
    if (pen.capStyle() != Qt::FlatCap)
        style += attribute("stroke-linecap", capName(pen.capStyle()));
    if (pen.joinStyle() == Qt::RoundJoin || pen.joinStyle() == Qt::BevelJoin)
        style += attribute("stroke-linejoin", joinName(pen.joinStyle()));
    if (pen.style() == Qt::SolidLine)
        return style;
    QByteArrayList dashes;
    for (const qreal dash : pen.dashPattern())
        dashes << number(dash * width);
    return style + attribute("stroke-dasharray", dashes.join(' '));
}

void SvgEngine::addRectangle(const QRectF& at, double radius) {
    // Cells that touch must not let the paper shine through; a hairline would vanish that way.
    const bool crisp = !(state->renderHints() & QPainter::Antialiasing) &&
                       std::min(at.width(), at.height()) >= kCrispFrom;
    QByteArray geometry = attribute("x", number(at.left())) + attribute("y", number(at.top())) +
                          attribute("width", number(at.width())) +
                          attribute("height", number(at.height()));
    if (radius > 0)
        geometry += attribute("rx", number(radius));
    add(shapeStyle(true) + (crisp ? attribute("shape-rendering", "crispEdges") : QByteArray()),
        "<rect" + geometry + "/>");
}

void SvgEngine::drawPath(const QPainterPath& path) {
    const auto radius = cornerRadius(path);
    if (radius && isUpright(state->transform())) {
        addRectangle(state->transform().mapRect(path.boundingRect()), *radius * scale());
        return;
    }
    if (isUpright(state->transform()) && isEllipse(path)) {
        drawEllipse(path.boundingRect());
        return;
    }
    const QPainterPath mapped = state->transform().map(path);
    if (path.isEmpty() || !isFinite(mapped.controlPointRect()))
        return;
    QByteArray geometry = attribute("d", pathData(mapped) + (isClosed(mapped) ? "Z" : ""));
    if (path.fillRule() == Qt::OddEvenFill && state->brush().style() != Qt::NoBrush)
        geometry += attribute("fill-rule", "evenodd");
    add(shapeStyle(true), "<path" + geometry + "/>");
}

void SvgEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) {
    if (count < 2 || !allFinite(points, count))
        return;
    QByteArrayList corners;
    for (int i = 0; i < count; ++i)
        corners << point(state->transform().map(points[i]));
    const bool open = mode == PolylineMode;
    QByteArray geometry = attribute("points", corners.join(' '));
    if (mode == OddEvenMode)
        geometry += attribute("fill-rule", "evenodd");
    add(shapeStyle(!open), (open ? "<polyline" : "<polygon") + geometry + "/>");
}

void SvgEngine::drawRects(const QRectF* rectangles, int count) {
    QByteArray many;
    for (int i = 0; i < count; ++i) {
        const QRectF at = state->transform().mapRect(rectangles[i]);
        if (!isFinite(at) || (isInvisible(at) && state->pen().style() == Qt::NoPen))
            continue;
        if (!isUpright(state->transform())) {
            QPainterPath turned;
            turned.addRect(rectangles[i]);
            drawPath(turned);
        } else if (count == 1) {
            addRectangle(at, 0);
        } else {
            many += 'M' + point(at.topLeft()) + 'H' + number(at.right()) + 'V' +
                    number(at.bottom()) + 'H' + number(at.left()) + 'Z';
        }
    }
    // One path, in which rectangles that touch have no seam between them.
    if (!many.isEmpty())
        add(shapeStyle(true), "<path" + attribute("d", many) + "/>");
}

void SvgEngine::drawLines(const QLineF* lines, int count) {
    for (int i = 0; i < count; ++i) {
        const QPointF ends[] = {lines[i].p1(), lines[i].p2()};
        if (allFinite(ends, 2))
            add(shapeStyle(false),
                "<path" +
                    attribute("d", 'M' + point(state->transform().map(ends[0])) + 'L' +
                                       point(state->transform().map(ends[1]))) +
                    "/>");
    }
}

void SvgEngine::drawEllipse(const QRectF& rectangle) {
    const QRectF at = state->transform().mapRect(rectangle);
    if (!isFinite(at))
        return;
    const QByteArray centre =
        attribute("cx", number(at.center().x())) + attribute("cy", number(at.center().y()));
    if (std::abs(at.width() - at.height()) < 1e-6)
        add(shapeStyle(true), "<circle" + centre + attribute("r", number(at.width() / 2)) + "/>");
    else
        add(shapeStyle(true), "<ellipse" + centre + attribute("rx", number(at.width() / 2)) +
                                  attribute("ry", number(at.height() / 2)) + "/>");
}

QByteArray SvgEngine::textStyle(const QFont& font) const {
    QByteArray style = colourAttributes("fill", state->pen().color(), state->opacity());
    style += attribute("font-family", familiesOf(font));
    style += attribute("font-size", number(font.pixelSize() * scale()));
    if (font.weight() != QFont::Normal)
        style += attribute("font-weight", QByteArray::number(font.weight()));
    if (font.italic())
        style += attribute("font-style", "italic");
    return style;
}

void SvgEngine::holdTextAt(double share) {
    flushText();
    m_nextShare = share;
}

void SvgEngine::drawTextItem(const QPointF& position, const QTextItem& item) {
    if (!allFinite(&position, 1) || state->pen().style() == Qt::NoPen)
        return;
    const QByteArray style = textStyle(item.font());
    const bool continued = m_text && m_text->style == style &&
                           m_text->transform == state->transform() &&
                           m_text->start.y() == position.y() &&
                           std::abs(m_text->start.x() + m_text->width - position.x()) < kTextGap;
    if (!continued) {
        const double share = std::exchange(m_nextShare, 0.0);
        flushText();
        m_text = Text{{}, style, position, 0, share, state->transform()};
    }
    m_text->string += item.text();
    m_text->width = position.x() - m_text->start.x() + item.width();
}

void SvgEngine::flushText() {
    if (!m_text)
        return;
    const Text text = *std::exchange(m_text, std::nullopt);
    const QPointF held(text.start.x() + text.share * text.width, text.start.y());
    QByteArray element = "<text";
    if (isUpright(text.transform)) {
        const QPointF at = text.transform.map(held);
        element += attribute("x", number(at.x())) + attribute("y", number(at.y()));
    } else {
        const QTransform& t = text.transform;
        const double size = std::sqrt(std::abs(t.determinant()));
        const QPointF at = t.map(held);
        element += attribute("transform", "matrix(" + QByteArray::number(t.m11() / size, 'g', 6) +
                                              ' ' + QByteArray::number(t.m12() / size, 'g', 6) +
                                              ' ' + QByteArray::number(t.m21() / size, 'g', 6) +
                                              ' ' + QByteArray::number(t.m22() / size, 'g', 6) +
                                              ' ' + point(at) + ')');
    }
    if (text.share > 0)
        element += attribute("text-anchor", text.share < 1 ? "middle" : "end");
    add(text.style, element + '>' + xmlText(text.string) + "</text>");
}

void SvgEngine::drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) {
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
}

void SvgEngine::drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                          Qt::ImageConversionFlags) {
    const QRectF at = state->transform().mapRect(target);
    const bool smooth = state->renderHints() & QPainter::SmoothPixmapTransform;
    add(smooth ? QByteArray() : attribute("image-rendering", "optimizeSpeed"),
        "<image" + attribute("x", number(at.left())) + attribute("y", number(at.top())) +
            attribute("width", number(at.width())) + attribute("height", number(at.height())) +
            attribute("preserveAspectRatio", "none") +
            attribute("xlink:href", "data:image/png;base64," + pngOf(image.copy(source.toRect()))) +
            "/>");
}

} // namespace plumbline
