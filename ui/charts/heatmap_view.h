#pragma once

#include "ui/charts/colour_map.h"
#include "ui/charts/figure_view.h"
#include "ui/charts/heatmap_layout.h"

#include <QImage>

namespace plumbline {

/// A matrix, and its twin beside it on the same colours: tiles for masks, cells for numbers.
class HeatmapView final : public FigureView {
    Q_OBJECT

  public:
    HeatmapView();

    void setFigure(const Figure& figure) override;
    void setTheme(const Theme& theme) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

  private:
    const Heatmap& heatmap() const { return std::get<Heatmap>(m_figure.content); }
    void layOut();
    Limits valueLimits();
    void paintPanel(QPainter& painter, const HeatmapPanel& panel, const ColourMap& colours) const;
    void paintLabels(QPainter& painter, const HeatmapPanel& panel, bool withRows) const;
    void paintBar(QPainter& painter, const ColourMap& colours) const;
    QString readOut(const QPointF& position) const;

    Figure m_figure;
    bool m_hasFigure = false;
    const Theme* m_theme;
    StickyLimits m_sticky;
    Limits m_limits;
    HeatmapLayout m_layout;
};

} // namespace plumbline
