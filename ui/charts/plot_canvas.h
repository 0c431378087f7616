#pragma once

#include "ui/charts/marker_shape.h"

#include <QChartView>
#include <QList>
#include <QPen>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QAreaSeries;
class QLineSeries;
class QScatterSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace plumbline {

/**
 * A Qt Charts view reduced to what is fast: hidden linear axes that span the view, so that series
 * are given in the view's own pixels, and series that are kept and refilled, one replace() each a
 * frame. Logarithms, clipping and every label are the caller's; what lies under and over the series
 * is painted by two functions, in the same pixels.
 */
class PlotCanvas final : public QChartView {
  public:
    explicit PlotCanvas(QWidget* parent);

    /// Everything is drawn so many times as large; series and painters keep the view's own pixels
    /// divided by it.
    void setScale(double scale);

    std::function<void(QPainter&)> paintBelow;
    std::function<void(QPainter&)> paintAbove;

    /// Between these two, the series of one frame in drawing order; areas lie under lines and lines
    /// under points.
    void beginSeries();
    void endSeries();

    void addArea(const QList<QPointF>& upper, const QList<QPointF>& lower, const QColor& fill);
    void addLine(const QList<QPointF>& points, const QPen& pen);
    void addPoints(const QList<QPointF>& points, MarkerShape shape, double diameter,
                   const QColor& fill, const QColor& edge);

  protected:
    void drawBackground(QPainter* painter, const QRectF& rectangle) override;
    void drawForeground(QPainter* painter, const QRectF& rectangle) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void buildChart();
    void span();
    template <typename Series>
    Series* attach(Series* series);
    QAreaSeries* nextArea();
    QLineSeries* nextLine();
    QScatterSeries* nextPoints();

    double m_scale = 1;
    QValueAxis* m_x = nullptr;
    QValueAxis* m_y = nullptr;
    std::vector<QAreaSeries*> m_areas;
    std::vector<QLineSeries*> m_lines;
    std::vector<QScatterSeries*> m_points;
    std::size_t m_usedAreas = 0;
    std::size_t m_usedLines = 0;
    std::size_t m_usedPoints = 0;
};

} // namespace plumbline
