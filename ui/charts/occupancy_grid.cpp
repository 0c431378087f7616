#include "ui/charts/occupancy_grid.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

/// std::floor, which is a call where the processor's own rounding may not be assumed.
int wholeCells(double cells) {
    const int truncated = static_cast<int>(cells);
    return cells < truncated ? truncated - 1 : truncated;
}

} // namespace

OccupancyGrid::OccupancyGrid(const QRectF& plot, double cellSize)
    : m_plot(plot), m_cellSize(cellSize),
      m_columns(std::max(1, static_cast<int>(std::ceil(plot.width() / cellSize)))),
      m_rows(std::max(1, static_cast<int>(std::ceil(plot.height() / cellSize)))),
      m_cells(static_cast<std::size_t>((m_rows + 1) * (m_columns + 1)), 0) {}

int OccupancyGrid::column(double x) const {
    return wholeCells((x - m_plot.left()) / m_cellSize);
}

int OccupancyGrid::row(double y) const {
    return wholeCells((y - m_plot.top()) / m_cellSize);
}

int& OccupancyGrid::cell(int row, int column) {
    return m_cells[static_cast<std::size_t>((row + 1) * (m_columns + 1) + column + 1)];
}

int OccupancyGrid::summed(int row, int column) const {
    return m_cells[static_cast<std::size_t>(row * (m_columns + 1) + column)];
}

void OccupancyGrid::addPolyline(const QList<QPointF>& points) {
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF step = points[i] - points[i - 1];
        const double length = std::max(std::abs(step.x()), std::abs(step.y()));
        const int samples = std::max(1, static_cast<int>(length / m_cellSize * 2));
        for (int j = 0; j <= samples; ++j) {
            const QPointF at = points[i - 1] + step * (static_cast<double>(j) / samples);
            const int c = column(at.x());
            const int r = row(at.y());
            if (c >= 0 && c < m_columns && r >= 0 && r < m_rows)
                cell(r, c) = 1;
        }
    }
}

void OccupancyGrid::addRectangle(const QRectF& rectangle) {
    const int right = std::min(m_columns - 1, column(rectangle.right()));
    const int bottom = std::min(m_rows - 1, row(rectangle.bottom()));
    for (int r = std::max(0, row(rectangle.top())); r <= bottom; ++r) {
        for (int c = std::max(0, column(rectangle.left())); c <= right; ++c)
            cell(r, c) = 1;
    }
}

void OccupancyGrid::sum() {
    const auto stride = static_cast<std::size_t>(m_columns) + 1;
    for (std::size_t at = stride; at < m_cells.size(); at += stride) {
        const int* above = m_cells.data() + at - stride;
        int* row = m_cells.data() + at;
        int rowTotal = 0;
        for (std::size_t c = 1; c < stride; ++c) {
            rowTotal += row[c];
            row[c] = rowTotal + above[c];
        }
    }
}

int OccupancyGrid::count(const QRectF& rectangle) const {
    const int left = std::clamp(column(rectangle.left()), 0, m_columns);
    const int right = std::clamp(column(rectangle.right()) + 1, 0, m_columns);
    const int top = std::clamp(row(rectangle.top()), 0, m_rows);
    const int bottom = std::clamp(row(rectangle.bottom()) + 1, 0, m_rows);
    if (right <= left || bottom <= top)
        return 0;
    return summed(bottom, right) - summed(top, right) - summed(bottom, left) + summed(top, left);
}

} // namespace plumbline
