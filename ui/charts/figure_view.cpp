#include "ui/charts/figure_view.h"

#include "ui/charts/curves_view.h"
#include "ui/charts/flow_view.h"
#include "ui/charts/heatmap_view.h"
#include "ui/charts/histogram_view.h"
#include "ui/charts/scatter_view.h"

#include <QHelpEvent>
#include <QToolTip>

namespace plumbline {
namespace {

struct MakeView {
    using Result = std::unique_ptr<FigureView>;
    Result operator()(const Histogram&) const { return std::make_unique<HistogramView>(); }
    Result operator()(const Curves&) const { return std::make_unique<CurvesView>(); }
    Result operator()(const Scatter&) const { return std::make_unique<ScatterView>(); }
    Result operator()(const Heatmap&) const { return std::make_unique<HeatmapView>(); }
    Result operator()(const FlowGraph&) const { return std::make_unique<FlowView>(); }
};

} // namespace

std::unique_ptr<FigureView> makeFigureView(const Figure& figure, const Theme& theme) {
    auto view = std::visit(MakeView{}, figure.content);
    view->setTheme(theme);
    view->setFigure(figure);
    return view;
}

FigureView::FigureView() : m_theme(&Theme::of(ThemeChoice::light)) {
    // Every pixel is painted here, so none of what lies beneath need be.
    setAttribute(Qt::WA_OpaquePaintEvent);
}

QSize FigureView::sizeHint() const {
    return {640, 400};
}

QSize FigureView::minimumSizeHint() const {
    return {160, 110};
}

void FigureView::setFigure(const Figure& figure) {
    if (m_hasFigure && figure == m_figure)
        return;
    m_figure = figure;
    m_hasFigure = true;
    setAccessibleName(QString::fromStdString(m_figure.title));
    setAccessibleDescription(QString::fromStdString(m_figure.summary));
    refresh();
}

void FigureView::setTheme(const Theme& theme) {
    if (theme == *m_theme)
        return;
    m_theme = &Theme::of(theme.choice);
    refresh();
}

void FigureView::setSettings(const FigureSettings& settings) {
    if (settings == m_settings)
        return;
    m_settings = settings;
    refresh();
}

void FigureView::refresh() {
    if (m_hasFigure && !size().isEmpty())
        layOut();
    update();
}

void FigureView::resizeEvent(QResizeEvent*) {
    refresh();
}

void FigureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme->card);
    if (!m_hasFigure)
        return;
    header().paint(painter, *m_theme);
    paintContent(painter);
}

bool FigureView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !m_hasFigure)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text = header().cutTextAt(help->pos());
    if (text.isEmpty())
        text = readOut(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace plumbline
