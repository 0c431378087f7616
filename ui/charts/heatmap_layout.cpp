#include "ui/charts/heatmap_layout.h"

#include "ui/charts/plot_frame.h"
#include "ui/theme/tabular.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kLine = 14;
constexpr double kTitleLine = 18;
constexpr double kPanelGap = spacing::kHuge;
constexpr double kBarWidth = 12;
constexpr double kBarGap = spacing::kLarge;
constexpr double kBarTickGap = 6;
constexpr double kLabelGap = 6;
constexpr double kLargestTile = 44;  ///< of a binary matrix: a few units are not a poster
constexpr double kLargestCell = 110; ///< of other matrices
constexpr double kLeastFilled = 0.3; ///< below this share of its room a matrix is stretched
constexpr double kMostStretch = 6;

double textWidth(const QString& text) {
    return tabularWidth(type::ticks(), text);
}

double widest(const std::vector<std::string>& labels) {
    double result = 0;
    for (const std::string& label : labels)
        result = std::max(result, textWidth(QString::fromStdString(label)));
    return result;
}

QSizeF cellSize(const Matrix& matrix, const QSizeF& room, ColourScale colours) {
    const auto columns = static_cast<double>(std::max<std::size_t>(1, matrix.columns));
    const auto rows = static_cast<double>(std::max<std::size_t>(1, matrix.rows));
    const double largest = colours == ColourScale::binary ? kLargestTile : kLargestCell;
    double width = std::min(largest, room.width() / columns);
    double height = std::min(largest, room.height() / rows);
    const double side = std::min(width, height);
    const bool tooThin = side * side * columns * rows < kLeastFilled * room.width() * room.height();
    if (colours == ColourScale::binary || !tooThin)
        return {side, side};
    width = std::min(width, kMostStretch * side);
    height = std::min(height, kMostStretch * side);
    return {width, height};
}

std::vector<Tick> ticksOfBar(Limits limits, double length) {
    TickRequest request;
    request.limits = limits;
    request.length = length;
    request.minSpacing = std::max(22.0, length / 6);
    request.labelGap = 4;
    request.extent = [](const std::string&) { return kLine; };
    return layOutTicks(request);
}

double widthOfBar(const std::vector<Tick>& ticks) {
    double labels = 0;
    for (const Tick& tick : ticks)
        labels = std::max(labels, textWidth(QString::fromStdString(tick.label)));
    return kBarGap + kBarWidth + kBarTickGap + labels;
}

/// Decides which labels are shown and returns the room they take below and left of the cells.
class Labels {
  public:
    Labels(const Heatmap& heatmap, HeatmapLayout& layout, const QSizeF& room, std::size_t across) {
        const auto columns = static_cast<double>(std::max<std::size_t>(1, heatmap.matrix.columns));
        const auto rows = static_cast<double>(std::max<std::size_t>(1, heatmap.matrix.rows));
        const double rowWidth = widest(heatmap.rowLabels) + kLabelGap;
        layout.rowLabels = !heatmap.rowLabels.empty() && room.height() / rows >= kLine - 2 &&
                           rowWidth < room.width() / 3;
        m_left = layout.rowLabels ? rowWidth : 0;
        if (heatmap.columnLabels.empty())
            return;
        const double width = widest(heatmap.columnLabels);
        const double largest = heatmap.colours == ColourScale::binary ? kLargestTile : kLargestCell;
        const double cell = std::min(
            {largest, (room.width() - m_left) / static_cast<double>(across) / columns,
             heatmap.colours == ColourScale::binary || rows == columns ? room.height() / rows
                                                                       : largest});
        if (width + 4 <= cell) {
            m_bottom = kLine + 4;
        } else if (cell >= kLine - 1 && width < room.height() / 3) {
            m_bottom = width + kLabelGap;
            layout.labelAngle = -90;
        }
        m_columns = m_bottom > 0;
    }
    double left() const { return m_left; }
    double bottom() const { return m_bottom; }
    bool columns() const { return m_columns; }

  private:
    double m_left = 0;
    double m_bottom = 0;
    bool m_columns = false;
};

void layOutTitles(const Figure& figure, HeatmapLayout& layout, QRectF& room) {
    layout.xTitle = axisTitle(figure.x);
    layout.yTitle = axisTitle(figure.y);
    if (!layout.yTitle.isEmpty()) {
        layout.yTitleRectangle = QRectF(room.left(), room.top(), room.width(), kLine);
        room.setTop(room.top() + kLine + 4);
    }
    if (!layout.xTitle.isEmpty())
        room.setBottom(room.bottom() - kLine - 4);
}

void placePanels(const Heatmap& heatmap, HeatmapLayout& layout, const QRectF& room,
                 const Labels& labels, bool stacked) {
    const bool titled = !heatmap.matrixTitle.empty() || !heatmap.twinTitle.empty();
    const double above = titled ? kTitleLine : 0;
    const double count = heatmap.twin ? 2 : 1;
    QSizeF each = room.size();
    if (stacked)
        each.setHeight((each.height() - (count - 1) * kPanelGap) / count);
    else
        each.setWidth((each.width() - labels.left() - (count - 1) * kPanelGap) / count);
    const QSizeF inner(std::max(1.0, stacked ? each.width() - labels.left() : each.width()),
                       std::max(1.0, each.height() - above - labels.bottom()));
    QPointF corner = room.topLeft() + QPointF(labels.left(), 0);
    const auto add = [&](const Matrix& matrix, const std::string& title) {
        const QSizeF cell = cellSize(matrix, inner, heatmap.colours);
        const QSizeF all(cell.width() * static_cast<double>(matrix.columns),
                         cell.height() * static_cast<double>(matrix.rows));
        HeatmapPanel panel{&matrix, QString::fromStdString(title),
                           QRectF(corner, QSizeF(inner.width(), kTitleLine)),
                           QRectF(corner + QPointF(0, above), all), labels.columns()};
        layout.panels.push_back(panel);
        corner +=
            stacked
                ? QPointF(0, above + all.height() + labels.bottom() + kPanelGap)
                : QPointF(std::max(all.width(), titled ? textWidth(panel.title) : 0) + kPanelGap,
                          0);
    };
    add(heatmap.matrix, heatmap.matrixTitle);
    if (heatmap.twin)
        add(*heatmap.twin, heatmap.twinTitle);
}

/// Moves the panels, with the labels round them, to the middle of the room they did not fill.
void centre(HeatmapLayout& layout, const QRectF& room, const Labels& labels) {
    QRectF used;
    for (const HeatmapPanel& panel : layout.panels)
        used |= panel.cells | QRectF(panel.titleRectangle.topLeft(), QSizeF(1, 1));
    used.adjust(-labels.left(), 0, 0, labels.bottom());
    const QPointF free(std::max(0.0, room.width() - used.width()),
                       std::max(0.0, room.height() - used.height()));
    const QPointF shift(std::floor(free.x() / 2), std::floor(free.y() / 2));
    for (HeatmapPanel& panel : layout.panels) {
        panel.cells.translate(shift);
        panel.titleRectangle.translate(shift);
    }
}

} // namespace

HeatmapLayout layOutHeatmap(const Figure& figure, const QSizeF& size, Limits limits) {
    const Heatmap& heatmap = std::get<Heatmap>(figure.content);
    HeatmapLayout layout;
    layout.header = layOutHeader(figure, size);
    QRectF room(QPointF(kViewMargin, layout.header.bottom + (size.height() < 170 ? 4 : 8)),
                QPointF(size.width() - kViewMargin, size.height() - kViewMargin));
    layOutTitles(figure, layout, room);
    const bool hasBar = heatmap.colours != ColourScale::binary;
    const double barRoom = hasBar ? widthOfBar(ticksOfBar(limits, room.height())) : 0;
    room.setRight(room.right() - barRoom);
    const bool stacked = heatmap.twin && room.height() > 1.2 * room.width();
    const Labels labels(heatmap, layout, room.size(), heatmap.twin && !stacked ? 2 : 1);
    placePanels(heatmap, layout, room, labels, stacked);

    centre(layout, room, labels);
    QRectF used;
    for (const HeatmapPanel& panel : layout.panels)
        used |= panel.cells;
    if (hasBar) {
        layout.bar = QRectF(used.right() + kBarGap, used.top(), kBarWidth,
                            std::max(used.height(), std::min(60.0, room.bottom() - used.top())));
        layout.barTicks = ticksOfBar(limits, layout.bar.height());
    }
    if (!layout.xTitle.isEmpty())
        layout.xTitleRectangle =
            QRectF(used.left(), used.bottom() + labels.bottom() + 4, used.width(), kLine);
    return layout;
}

} // namespace plumbline
