#include "ui/charts/chart_figure_view.h"

#include "ui/charts/figure_gestures.h"
#include "ui/charts/plot_canvas.h"

namespace plumbline {

ChartFigureView::ChartFigureView() : m_canvas(new PlotCanvas(this)) {
    setWhatsThis(FigureGestures::inWordsForAxes() + FigureGestures::inWords());
    m_canvas->paintBelow = [this](QPainter& painter) {
        painter.fillRect(QRectF(QPointF(), layoutSize()), theme().card);
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

void ChartFigureView::textScaleChanged() {
    m_canvas->setScale(textScale());
}

std::optional<PlotAxes> ChartFigureView::axes() const {
    if (m_frame.plot.isEmpty())
        return std::nullopt;
    return PlotAxes{m_frame.plot,   m_frame.x,      m_frame.y,
                    m_frame.xScale, m_frame.yScale, m_frame.equalAspect};
}

std::string ChartFigureView::seriesNamedAt(const QPointF& position) const {
    return m_frame.legend.keyAt(position);
}

std::vector<KeyEntry> ChartFigureView::hiddenEntries() const {
    std::vector<KeyEntry> hidden;
    if (settings().hidden.empty())
        return hidden;
    for (KeyEntry& entry : legendEntries()) {
        if (!settings().hidden.contains(entry.key))
            continue;
        entry.hidden = true;
        hidden.push_back(entry);
    }
    return hidden;
}

} // namespace plumbline
