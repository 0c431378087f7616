#pragma once

#include "ui/charts/chart_figure_view.h"
#include "ui/charts/curve_labels.h"

namespace plumbline {

class OccupancyGrid;

/// Lines, points with error bars, bands and vertical markers on linear or logarithmic axes.
class CurvesView final : public ChartFigureView {
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
    struct ErrorBar {
        double x = 0;
        double top = 0;
        double bottom = 0;
        QColor colour;
    };
    struct Rule {
        double x = 0;
        QString name;
        QRectF label;
    };

    const Curves& curves() const { return std::get<Curves>(figure().content); }
    void layOutFrameAndCurves();
    void layOutRules();
    QRectF ruleLabel(double x, const QSizeF& size, const OccupancyGrid& taken) const;
    QList<QRectF> ruleObstacles() const;
    void addSeries();
    void addBand(const Series& series, const QColor& colour);
    void addPointsOf(std::size_t index);
    QList<QPointF> pixels(const std::vector<double>& x, const std::vector<double>& y) const;

    StickyLimits m_stickyY;
    std::vector<QColor> m_colours;
    std::vector<QList<QPointF>> m_pixels; ///< one a series: where its points lie in the view
    std::vector<NamedCurve> m_curves;     ///< one a series
    std::vector<ErrorBar> m_errorBars;
    std::vector<Rule> m_rules;
    CurveLabels m_labels;
};

} // namespace plumbline
