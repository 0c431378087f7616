#pragma once

#include "ui/charts/guess_pen.h"
#include "ui/charts/histogram_bars.h"
#include "ui/charts/histogram_read_out.h"
#include "ui/charts/named_curves_view.h"

namespace plumbline {

/// Simulated bars, the band they should stay in, laws as lines, residuals beneath, and the reader's
/// guess: as it was drawn while the law is hidden, then scaled to sum to one like the law.
class HistogramView final : public NamedCurvesView {
    Q_OBJECT

  public:
    HistogramView();

    int datumCount() const override;
    std::optional<int> datumAt(const QPointF& position) const override;
    std::optional<ReadOut> readOut(int datum) const override;
    std::optional<QPointF> placeOf(double x) const override;

  protected:
    void layOutCurves() override;
    QList<QRectF> obstacles() const override;
    void addSeries() override;
    void paintBelowSeries(QPainter& painter) override;
    void paintAboveSeries(QPainter& painter) override;
    std::vector<KeyEntry> legendEntries() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    const Histogram& histogram() const { return std::get<Histogram>(figure().content); }
    const Histogram& whole() const { return std::get<Histogram>(wholeFigure().content); }
    bool hasBand() const { return !whole().band.x.empty(); }
    std::vector<QColor> lawColours() const;
    std::vector<NamedCurve> namedCurves() const;
    void paintResiduals(QPainter& painter) const;
    void paintInvitation(QPainter& painter) const;
    void judge();
    HistogramKeys keys() const;

    Guess m_shownGuess;
    std::optional<double> m_distance; ///< of the guess to the law
    GuessPen m_pen;
    std::vector<Bar> m_bars;
    std::vector<std::vector<QList<QPointF>>> m_lawParts; ///< each law's parts inside the plot
};

} // namespace plumbline
