#pragma once

#include "ui/charts/error_bars.h"
#include "ui/charts/named_curves_view.h"

namespace plumbline {

class OccupancyGrid;

/// Lines, points with error bars, bands and vertical markers on linear or logarithmic axes.
class CurvesView final : public NamedCurvesView {
    Q_OBJECT

  public:
    int datumCount() const override;
    std::optional<int> datumAt(const QPointF& position) const override;
    std::optional<ReadOut> readOut(int datum) const override;

  protected:
    void layOutCurves() override;
    QList<QRectF> obstacles() const override;
    void addSeries() override;
    void paintBelowSeries(QPainter& painter) override;
    void paintAboveSeries(QPainter& painter) override;
    std::vector<KeyEntry> legendEntries() const override;
    std::string seriesNamedAt(const QPointF& position) const override;

  private:
    struct Rule {
        double x = 0;
        QString name;
        QRectF label;
        std::string key;
    };

    const Curves& curves() const { return std::get<Curves>(figure().content); }
    void layOutRules();
    QRectF ruleLabel(double x, const QSizeF& size, const OccupancyGrid& taken) const;
    void addBand(const Series& series, const QColor& colour);
    void addPointsOf(std::size_t index);
    bool showsNothing() const;
    void paintNothing(QPainter& painter) const;
    QList<QPointF> pixels(const std::vector<double>& x, const std::vector<double>& y) const;

    std::vector<QColor> m_colours;
    std::vector<QList<QPointF>> m_pixels; ///< one a series: where its points lie in the view
    std::vector<ErrorBar> m_errorBars;
    std::vector<Rule> m_rules;
};

} // namespace plumbline
