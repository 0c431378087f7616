#pragma once

#include "ui/charts/figure_view.h"
#include "ui/charts/plot_frame.h"

namespace plumbline {

class PlotCanvas;

/**
 * What the views with two axes share: the canvas and the frame round the data. layOut() chooses
 * limits, lays out m_frame and fills the canvas' series; what lies under and over the series is
 * painted by two functions.
 */
class ChartFigureView : public FigureView {
    Q_OBJECT

  public:
    ChartFigureView();

    std::optional<PlotAxes> axes() const final;
    std::string seriesNamedAt(const QPointF& position) const override;

  protected:
    virtual void paintBelowSeries(QPainter& painter) = 0;
    virtual void paintAboveSeries(QPainter& painter) = 0;

    /// How each of series() looks in a legend, in its order.
    virtual std::vector<KeyEntry> legendEntries() const = 0;

    /// Those of hidden series.
    std::vector<KeyEntry> hiddenEntries() const;

    void paintContent(QPainter&) final {} ///< the canvas covers the view
    void paintEvent(QPaintEvent*) final {}
    const FigureHeader& header() const final { return m_frame.header; }
    void resizeEvent(QResizeEvent* event) override;
    void textScaleChanged() final;

    PlotCanvas& canvas() { return *m_canvas; }

    PlotFrame m_frame;

  private:
    PlotCanvas* m_canvas;
};

} // namespace plumbline
