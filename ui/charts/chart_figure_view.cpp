#include "ui/charts/chart_figure_view.h"

#include "ui/charts/plot_canvas.h"

#include <QHelpEvent>
#include <QResizeEvent>
#include <QToolTip>

namespace plumbline {

void describe(QWidget& view, const Figure& figure) {
    view.setAccessibleName(QString::fromStdString(figure.title));
    view.setAccessibleDescription(QString::fromStdString(figure.summary));
}

ChartFigureView::ChartFigureView()
    : m_canvas(new PlotCanvas(this)), m_theme(&Theme::of(ThemeChoice::light)) {
    m_canvas->paintBelow = [this](QPainter& painter) {
        painter.fillRect(QRectF(rect()), m_theme->card);
        if (!m_hasFigure)
            return;
        m_frame.paintGrid(painter, *m_theme);
        paintBelowSeries(painter);
    };
    m_canvas->paintAbove = [this](QPainter& painter) {
        if (!m_hasFigure)
            return;
        paintAboveSeries(painter);
        m_frame.paintText(painter, *m_theme);
    };
}

QSize ChartFigureView::sizeHint() const {
    return {640, 400};
}

QSize ChartFigureView::minimumSizeHint() const {
    return {200, 140};
}

void ChartFigureView::setFigure(const Figure& figure) {
    if (m_hasFigure && figure == m_figure)
        return;
    m_figure = figure;
    m_hasFigure = true;
    describe(*this, m_figure);
    refresh();
}

void ChartFigureView::setTheme(const Theme& theme) {
    if (theme == *m_theme)
        return;
    m_theme = &Theme::of(theme.choice);
    refresh();
}

void ChartFigureView::resizeEvent(QResizeEvent*) {
    m_canvas->setGeometry(rect());
    refresh();
}

void ChartFigureView::refresh() {
    if (m_hasFigure && !size().isEmpty())
        layOut();
}

bool ChartFigureView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return FigureView::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text = m_frame.header.cutTextAt(help->pos());
    if (text.isEmpty() && m_hasFigure)
        text = readOut(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace plumbline
