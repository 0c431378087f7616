#pragma once

#include "ui/charts/figure_header.h"
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
    FlowView();

    void setFigure(const Figure& figure) override;
    void setTheme(const Theme& theme) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

  private:
    const FlowGraph& graph() const { return std::get<FlowGraph>(m_figure.content); }
    void layOut();
    void paintEdges(QPainter& painter) const;
    void paintNodes(QPainter& painter) const;
    QString readOut(const QPointF& place) const;

    Figure m_figure;
    bool m_hasFigure = false;
    const Theme* m_theme;
    FigureHeader m_header;
    FlowLayout m_layout;
    QRectF m_area;      ///< of the graph, before it is scaled about its corner
    double m_scale = 1; ///< below 1 where the view is too small for the boxes
};

} // namespace plumbline
