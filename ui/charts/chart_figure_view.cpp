#include "ui/charts/chart_figure_view.h"

#include "ui/charts/plot_canvas.h"

namespace plumbline {

ChartFigureView::ChartFigureView() : m_canvas(new PlotCanvas(this)) {
    m_canvas->paintBelow = [this](QPainter& painter) {
        painter.fillRect(QRectF(rect()), theme().card);
        if (!hasFigure())
            return;
        m_frame.paintGrid(painter, theme());
        paintBelowSeries(painter);
    };
    m_canvas->paintAbove = [this](QPainter& painter) {
        if (!hasFigure())
            return;
        paintAboveSeries(painter);
        m_frame.paintText(painter, theme());
    };
}

void ChartFigureView::resizeEvent(QResizeEvent* event) {
    m_canvas->setGeometry(rect());
    FigureView::resizeEvent(event);
}

} // namespace plumbline
