#pragma once

#include "ui/charts/figure_view.h"
#include "ui/charts/plot_frame.h"

namespace plumbline {

class PlotCanvas;

/**
 * What the views with two axes share: the canvas, the frame round the data, tooltips. A subclass
 * lays out (frame and series, on a new figure, theme or size) and paints what lies under and over
 * the series; painting lays out nothing.
 */
class ChartFigureView : public FigureView {
    Q_OBJECT

  public:
    ChartFigureView();

    void setFigure(const Figure& figure) override;
    void setTheme(const Theme& theme) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    /// Chooses limits, lays out m_frame and fills the canvas' series.
    virtual void layOut() = 0;
    virtual void paintBelowSeries(QPainter& painter) = 0;
    virtual void paintAboveSeries(QPainter& painter) = 0;

    /// What the data say at a place in the view; empty for nothing.
    virtual QString readOut(const QPointF& position) const = 0;

    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

    PlotCanvas& canvas() { return *m_canvas; }
    const Figure& figure() const { return m_figure; }
    const Theme& theme() const { return *m_theme; }

    PlotFrame m_frame;

  private:
    void refresh();

    PlotCanvas* m_canvas;
    Figure m_figure;
    bool m_hasFigure = false;
    const Theme* m_theme;
};

/// What assistive technology is told about a figure.
void describe(QWidget& view, const Figure& figure);

} // namespace plumbline
