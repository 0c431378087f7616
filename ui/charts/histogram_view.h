#pragma once

#include "ui/charts/chart_figure_view.h"
#include "ui/charts/curve_labels.h"
#include "ui/charts/histogram_bars.h"

namespace plumbline {

/// Simulated bars, the band they should stay in, laws as lines, residuals beneath.
class HistogramView final : public ChartFigureView {
    Q_OBJECT

  public:
    using ChartFigureView::ChartFigureView;

  protected:
    void layOut() override;
    void paintBelowSeries(QPainter& painter) override;
    void paintAboveSeries(QPainter& painter) override;
    QString readOut(const QPointF& position) const override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    const Histogram& histogram() const { return std::get<Histogram>(figure().content); }
    void layOutFrameAndBars();
    std::vector<NamedCurve> namedCurves() const;
    QList<QRectF> barObstacles() const;
    void addLaws();
    void paintResiduals(QPainter& painter) const;

    StickyLimits m_stickyY;
    std::vector<Bar> m_bars;
    std::vector<NamedCurve> m_curves;
    CurveLabels m_labels;
};

} // namespace plumbline
