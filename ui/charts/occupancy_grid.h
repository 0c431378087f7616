#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace plumbline {

/// Which coarse cells of a plot have ink in them, with sums that answer for a rectangle at once.
class OccupancyGrid {
  public:
    OccupancyGrid(const QRectF& plot, double cellSize);

    void addPolyline(const QList<QPointF>& points);
    void addRectangle(const QRectF& rectangle);

    /// To be called after the last addition and before the first question.
    void sum();

    /// Occupied cells that the rectangle touches.
    int count(const QRectF& rectangle) const;

  private:
    int column(double x) const;
    int row(double y) const;
    int& cell(int row, int column);
    int summed(int row, int column) const;

    QRectF m_plot;
    double m_cellSize;
    int m_columns;
    int m_rows;
    std::vector<int> m_cells; ///< one more row and column than the grid, the first ones zero
};

} // namespace plumbline
