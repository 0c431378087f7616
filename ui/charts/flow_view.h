#pragma once

#include "ui/charts/figure_view.h"
#include "ui/charts/flow_layout.h"

namespace plumbline {

/**
 * Boxes and weighted edges. An edge is as wide as its value is large, in the simulation's colour
 * when positive and the law's when negative, and carries its label, or its value where it has none.
 */
class FlowView final : public FigureView {
    Q_OBJECT

  public:
    int datumCount() const override;
    std::optional<int> datumAt(const QPointF& position) const override;
    std::optional<ReadOut> readOut(int datum) const override;

  protected:
    void layOut() override;
    void paintContent(QPainter& painter) override;
    const FigureHeader& header() const override { return m_header; }

  private:
    const FlowGraph& graph() const { return std::get<FlowGraph>(figure().content); }
    void paintEdges(QPainter& painter) const;
    void paintNodes(QPainter& painter) const;
    QRectF placeOf(std::size_t datum) const; ///< nodes first, then edges' labels; in the view

    FigureHeader m_header;
    FlowLayout m_layout;
    QRectF m_area;      ///< of the graph, before it is scaled about its corner
    double m_scale = 1; ///< below 1 where the view is too small for the boxes
};

} // namespace plumbline
