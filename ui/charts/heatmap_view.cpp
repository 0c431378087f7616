#include "ui/charts/heatmap_view.h"

#include "ui/charts/heatmap_read_out.h"
#include "ui/charts/matrix_painter.h"
#include "ui/theme/shaped_text.h"
#include "ui/theme/tabular.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline {
namespace {

/// Of all cells that are there; [0, 0] without any.
Limits rangeOf(const Heatmap& heatmap) {
    Limits limits{std::numeric_limits<double>::infinity(),
                  -std::numeric_limits<double>::infinity()};
    const auto add = [&limits](const Matrix& matrix) {
        for (const double value : matrix.values) {
            if (std::isfinite(value))
                limits = {std::min(limits.low, value), std::max(limits.high, value)};
        }
    };
    add(heatmap.matrix);
    if (heatmap.twin)
        add(*heatmap.twin);
    return limits.low <= limits.high ? limits : Limits{0, 0};
}

} // namespace

Limits HeatmapView::valueLimits() {
    if (heatmap().colours == ColourScale::binary)
        return {0, 1};
    const Limits range = rangeOf(heatmap());
    if (heatmap().colours == ColourScale::sequential)
        return m_sticky.update({}, range);
    const double size = std::max(std::abs(range.low), std::abs(range.high));
    const Limits half = m_sticky.update({}, {0, size > 0 ? size : 1});
    return {-half.high, half.high};
}

void HeatmapView::layOut() {
    m_limits = valueLimits();
    m_layout = layOutHeatmap(figure(), layoutSize(), m_limits);
}

void HeatmapView::paintContent(QPainter& painter) {
    const ColourMap colours(heatmap().colours, theme(), m_limits);
    for (std::size_t i = 0; i < m_layout.panels.size(); ++i) {
        paintPanel(painter, m_layout.panels[i], colours);
        const bool leftmost =
            i == 0 || m_layout.panels[i].cells.left() == m_layout.panels[0].cells.left();
        paintLabels(painter, m_layout.panels[i], m_layout.rowLabels && leftmost);
    }
    paintBar(painter, colours);
    const QFontMetricsF metrics(type::ticks());
    painter.setFont(type::ticks());
    painter.setPen(theme().muted);
    const auto paintTitle = [&](const QString& text, const QRectF& place, Qt::Alignment side) {
        drawShaped(painter, place, side | Qt::AlignVCenter,
                   metrics.elidedText(text, Qt::ElideRight, place.width()));
    };
    paintTitle(m_layout.yTitle, m_layout.yTitleRectangle, Qt::AlignLeft);
    paintTitle(m_layout.xTitle, m_layout.xTitleRectangle, Qt::AlignHCenter);
}

void HeatmapView::paintPanel(QPainter& painter, const HeatmapPanel& panel,
                             const ColourMap& colours) const {
    if (!panel.title.isEmpty()) {
        const QFontMetricsF metrics(type::caption());
        painter.setFont(type::caption());
        painter.setPen(theme().muted);
        drawShaped(painter, panel.titleRectangle, Qt::AlignLeft | Qt::AlignTop,
                   metrics.elidedText(panel.title, Qt::ElideRight, panel.titleRectangle.width()));
    }
    if (heatmap().colours == ColourScale::binary) {
        paintTiles(painter, *panel.matrix, panel.cells, colours);
        return;
    }
    paintCells(painter, *panel.matrix, panel.cells, colours);
    paintCellValues(painter, *panel.matrix, panel.cells, colours, theme());
}

void HeatmapView::paintLabels(QPainter& painter, const HeatmapPanel& panel, bool withRows) const {
    painter.setFont(type::ticks());
    painter.setPen(theme().muted);
    const QRectF& cells = panel.cells;
    const auto& rows = heatmap().rowLabels;
    for (std::size_t i = 0; withRows && i < std::min(rows.size(), panel.matrix->rows); ++i) {
        const double height = cells.height() / static_cast<double>(panel.matrix->rows);
        drawTabular(
            painter,
            QRectF(0, cells.top() + static_cast<double>(i) * height, cells.left() - 6, height),
            Qt::AlignRight | Qt::AlignVCenter, QString::fromStdString(rows[i]));
    }
    const auto& columns = heatmap().columnLabels;
    const std::size_t shown =
        panel.columnLabels ? std::min(columns.size(), panel.matrix->columns) : 0;
    for (std::size_t i = 0; i < shown; ++i) {
        const double width = cells.width() / static_cast<double>(panel.matrix->columns);
        const double centre = cells.left() + (static_cast<double>(i) + 0.5) * width;
        const QString text = QString::fromStdString(columns[i]);
        if (m_layout.labelAngle == 0) {
            drawTabular(painter, QRectF(centre - width / 2, cells.bottom() + 4, width, 14),
                        Qt::AlignHCenter | Qt::AlignVCenter, text);
            continue;
        }
        painter.save();
        painter.translate(centre, cells.bottom() + 5);
        painter.rotate(m_layout.labelAngle);
        drawTabular(painter, QRectF(-400, -7, 400, 14), Qt::AlignRight | Qt::AlignVCenter, text);
        painter.restore();
    }
}

void HeatmapView::paintBar(QPainter& painter, const ColourMap& colours) const {
    if (m_layout.bar.isEmpty())
        return;
    constexpr int kStops = 32;
    const QRectF& bar = m_layout.bar;
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    for (int i = 0; i <= kStops; ++i) {
        const double share = static_cast<double>(i) / kStops;
        gradient.setColorAt(share, QColor(colours.at(m_limits.low + share * m_limits.span())));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar, 2, 2);
    painter.setFont(type::ticks());
    painter.setPen(theme().muted);
    for (const Tick& tick : m_layout.barTicks)
        drawTabular(painter, QRectF(bar.right() + 6, bar.bottom() - tick.position - 7, 200, 14),
                    Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(tick.label));
}

int HeatmapView::datumCount() const {
    const auto cells = heatmap().matrix.values.size();
    return static_cast<int>(heatmap().twin ? cells + heatmap().twin->values.size() : cells);
}

std::optional<int> HeatmapView::datumAt(const QPointF& position) const {
    int before = 0;
    for (const HeatmapPanel& panel : m_layout.panels) {
        if (const auto cell = cellAt(panel, position))
            return before + *cell;
        before += static_cast<int>(panel.matrix->values.size());
    }
    return std::nullopt;
}

std::optional<ReadOut> HeatmapView::readOut(int datum) const {
    return heatmapReadOut(heatmap(), m_layout, datum);
}

} // namespace plumbline
