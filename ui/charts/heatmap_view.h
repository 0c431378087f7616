#pragma once

#include "ui/charts/colour_map.h"
#include "ui/charts/figure_view.h"
#include "ui/charts/heatmap_layout.h"

namespace plumbline {

/// A matrix, and its twin beside it on the same colours: tiles for masks, cells for numbers.
class HeatmapView final : public FigureView {
    Q_OBJECT

  public:
    int datumCount() const override;
    std::optional<int> datumAt(const QPointF& position) const override;
    std::optional<ReadOut> readOut(int datum) const override;

  protected:
    void layOut() override;
    void paintContent(QPainter& painter) override;
    const FigureHeader& header() const override { return m_layout.header; }

  private:
    const Heatmap& heatmap() const { return std::get<Heatmap>(figure().content); }
    Limits valueLimits();
    void paintPanel(QPainter& painter, const HeatmapPanel& panel, const ColourMap& colours) const;
    void paintLabels(QPainter& painter, const HeatmapPanel& panel, bool withRows) const;
    void paintBar(QPainter& painter, const ColourMap& colours) const;

    StickyLimits m_sticky;
    Limits m_limits;
    HeatmapLayout m_layout;
};

} // namespace plumbline
