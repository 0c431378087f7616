#pragma once

#include "ui/charts/histogram_bars.h"
#include "ui/charts/named_curves_view.h"

namespace plumbline {

/// Simulated bars, the band they should stay in, laws as lines, residuals beneath.
class HistogramView final : public NamedCurvesView {
    Q_OBJECT

  public:
    std::optional<QPointF> placeOf(double x) const override;

  protected:
    void layOutCurves() override;
    QList<QRectF> obstacles() const override;
    void addSeries() override;
    void paintBelowSeries(QPainter& painter) override;
    void paintAboveSeries(QPainter& painter) override;
    QString readOut(const QPointF& position) const override;
    std::vector<KeyEntry> legendEntries() const override;

  private:
    const Histogram& histogram() const { return std::get<Histogram>(figure().content); }
    std::vector<NamedCurve> namedCurves() const;
    void paintResiduals(QPainter& painter) const;

    std::vector<Bar> m_bars;
    std::vector<std::vector<QList<QPointF>>> m_lawParts; ///< each law's parts inside the plot
};

} // namespace plumbline
