#include "ui/charts/flow_view.h"

#include "core/report/number_format.h"
#include "ui/charts/flow_layers.h"
#include "ui/theme/contrast.h"
#include "ui/theme/tabular.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kBoxPadding = 10;
constexpr double kNarrowestBox = 36;
constexpr double kWidestBox = 160; ///< a longer title is cut
constexpr double kArrowLength = 7;
constexpr float kEdgeOpacity = 0.55F;

QString valueText(double value) {
    return QString::fromStdString(formatNumber(value, 3));
}

QString edgeText(const FlowEdge& edge) {
    return edge.label.empty() ? valueText(edge.value) : QString::fromStdString(edge.label);
}

QSizeF boxSize(const FlowNode& node) {
    const QFontMetricsF title(type::strong());
    const QFont value = type::caption();
    double width = title.horizontalAdvance(QString::fromStdString(node.title));
    double height = title.height() + 12;
    if (node.value) {
        width = std::max(width, tabularWidth(value, valueText(*node.value)));
        height += QFontMetricsF(value).height();
    }
    return {std::ceil(std::clamp(width + 2 * kBoxPadding, kNarrowestBox, kWidestBox)),
            std::ceil(height)};
}

QSizeF labelSize(const FlowEdge& edge) {
    return {std::ceil(tabularWidth(type::ticks(), edgeText(edge))) + 8, 16};
}

/// The last few pixels of an edge point at the box.
QPolygonF arrowHead(const QPainterPath& path, double width) {
    const QPointF tip = path.currentPosition();
    const double half = width / 2 + 2.5;
    return QPolygonF(
        {tip, tip + QPointF(-kArrowLength, -half), tip + QPointF(-kArrowLength, half)});
}

} // namespace

void FlowView::layOut() {
    m_header = layOutHeader(figure(), layoutSize());
    const QRectF area(
        QPointF(kViewMargin, m_header.bottom + spacing::kSmall),
        QPointF(layoutSize().width() - kViewMargin, layoutSize().height() - kViewMargin));
    std::vector<QSizeF> nodeSizes;
    for (const FlowNode& node : graph().nodes)
        nodeSizes.push_back(boxSize(node));
    std::vector<QSizeF> labelSizes;
    for (const FlowEdge& edge : graph().edges)
        labelSizes.push_back(labelSize(edge));
    const QSizeF least = leastFlowSize(graph(), nodeSizes);
    m_scale = std::min({1.0, area.width() / least.width(), area.height() / least.height()});
    m_area = QRectF(area.topLeft(), area.size() / m_scale);
    m_layout = layOutFlow(graph(), nodeSizes, labelSizes, m_area);
}

void FlowView::paintContent(QPainter& painter) {
    painter.translate(m_area.topLeft());
    painter.scale(m_scale, m_scale);
    painter.translate(-m_area.topLeft());
    paintEdges(painter);
    paintNodes(painter);
}

void FlowView::paintEdges(QPainter& painter) const {
    const auto colourOf = [this](std::size_t i) {
        return graph().edges[i].value < 0 ? theme().law : theme().simulated;
    };
    for (std::size_t i = 0; i < m_layout.edges.size(); ++i) {
        const FlowEdgePlace& edge = m_layout.edges[i];
        if (edge.path.isEmpty())
            continue;
        const QColor colour = blend(theme().card, colourOf(i), kEdgeOpacity);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, edge.width, Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(edge.path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(i));
        painter.drawPolygon(arrowHead(edge.path, edge.width));
    }
    painter.setFont(type::ticks());
    for (std::size_t i = 0; i < m_layout.edges.size(); ++i) {
        const QRectF& label = m_layout.edges[i].label;
        if (label.isEmpty())
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().card);
        painter.drawRoundedRect(label, 4, 4);
        painter.setPen(readableOn(theme().card, colourOf(i), theme().text));
        drawTabular(painter, label, Qt::AlignHCenter | Qt::AlignVCenter,
                    edgeText(graph().edges[i]));
    }
}

void FlowView::paintNodes(QPainter& painter) const {
    const QFontMetricsF metrics(type::strong());
    for (std::size_t i = 0; i < m_layout.nodes.size(); ++i) {
        const FlowNode& node = graph().nodes[i];
        const QRectF box = m_layout.nodes[i].box;
        painter.setPen(QPen(theme().line, 1));
        painter.setBrush(theme().background);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        QRectF title = box.adjusted(kBoxPadding / 2, 6, -kBoxPadding / 2, -6);
        if (node.value)
            title.setHeight(metrics.height());
        painter.setFont(type::strong());
        painter.setPen(theme().text);
        painter.drawText(
            title, Qt::AlignCenter,
            metrics.elidedText(QString::fromStdString(node.title), Qt::ElideRight, title.width()));
        if (!node.value)
            continue;
        painter.setFont(type::caption());
        painter.setPen(theme().muted);
        drawTabular(
            painter,
            QRectF(box.left(), title.bottom(), box.width(), box.bottom() - 6 - title.bottom()),
            Qt::AlignHCenter | Qt::AlignVCenter, valueText(*node.value));
    }
}

int FlowView::datumCount() const {
    return static_cast<int>(m_layout.nodes.size() + m_layout.edges.size());
}

QRectF FlowView::placeOf(std::size_t datum) const {
    const std::size_t nodes = m_layout.nodes.size();
    const QRectF place =
        datum < nodes ? m_layout.nodes[datum].box : m_layout.edges[datum - nodes].label;
    return QRectF(m_area.topLeft() + (place.topLeft() - m_area.topLeft()) * m_scale,
                  place.size() * m_scale);
}

std::optional<int> FlowView::datumAt(const QPointF& position) const {
    for (int datum = 0; datum < datumCount(); ++datum) {
        if (placeOf(static_cast<std::size_t>(datum)).contains(position))
            return datum;
    }
    return std::nullopt;
}

std::optional<ReadOut> FlowView::readOut(int datum) const {
    const auto index = static_cast<std::size_t>(datum);
    if (datum < 0 || datum >= datumCount() || placeOf(index).isEmpty())
        return std::nullopt;
    ReadOut readOut;
    readOut.datum = placeOf(index);
    readOut.marks = {{ReadOutMark::Shape::outline, readOut.datum}};
    std::optional<double> value;
    if (index < graph().nodes.size()) {
        value = graph().nodes[index].value;
        readOut.title = QString::fromStdString(graph().nodes[index].title);
    } else {
        const FlowEdge& edge = graph().edges[index - graph().nodes.size()];
        value = edge.value;
        readOut.title = QString::fromStdString(edge.from + " → " + edge.to);
    }
    if (value)
        readOut.rows.push_back(
            {plainKey(tr("value")), QString::fromStdString(formatNumber(*value))});
    return readOut;
}

} // namespace plumbline
