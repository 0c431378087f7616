#include "ui/charts/figure_view.h"

#include "core/report/figure_without_law.h"
#include "ui/charts/accessible_figure.h"
#include "ui/charts/curves_view.h"
#include "ui/charts/figure_gestures.h"
#include "ui/charts/flow_view.h"
#include "ui/charts/heatmap_view.h"
#include "ui/charts/histogram_view.h"
#include "ui/charts/read_out_cursor.h"
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

void showAs(FigureView& view, const std::string& id, const ViewSettings& look, bool guessed) {
    view.setAxesMode(look.axes);
    view.setSettings(look.of(id));
    view.setLawHidden(look.predicting);
    view.setGuess(guessed ? look.guess : Guess());
}

std::unique_ptr<FigureView> makeFigureView(const Figure& figure, const Theme& theme) {
    auto view = std::visit(MakeView{}, figure.content);
    view->setTheme(theme);
    view->setFigure(figure);
    return view;
}

FigureView::FigureView()
    : m_gestures(std::make_unique<FigureGestures>(*this)),
      m_cursor(std::make_unique<ReadOutCursor>(*this)), m_theme(&Theme::of(ThemeChoice::light)) {
    // Every pixel is painted here, so none of what lies beneath need be.
    setAttribute(Qt::WA_OpaquePaintEvent);
    installAccessibleFigures();
}

FigureView::~FigureView() = default;

QSize FigureView::sizeHint() const {
    return {640, 400};
}

QSize FigureView::minimumSizeHint() const {
    return QSize(160, 110) * m_textScale;
}

void FigureView::setFigure(const Figure& figure) {
    if (m_hasFigure && figure == (m_whole ? *m_whole : m_figure))
        return;
    take(figure);
    m_hasFigure = true;
    refresh();
}

void FigureView::take(const Figure& figure) {
    if (m_lawHidden) {
        m_whole = figure;
        m_figure = withoutLaw(figure);
    } else {
        m_figure = figure;
        m_whole.reset();
    }
    reduceFigure();
    setAccessibleName(QString::fromStdString(m_figure.title));
    setAccessibleDescription(QString::fromStdString(m_figure.summary));
}

void FigureView::setLawHidden(bool hidden) {
    if (hidden == m_lawHidden)
        return;
    const Figure figure = m_whole ? *m_whole : m_figure;
    m_lawHidden = hidden;
    if (m_hasFigure)
        take(figure);
    startAfresh(); // ends that the law chose would tell of it
    refresh();
}

void FigureView::setGuess(const Guess& guess) {
    if (guess == m_guess)
        return;
    m_guess = guess;
    refresh();
}

void FigureView::setGuessing(bool guessing) {
    if (guessing == m_guessing)
        return;
    m_guessing = guessing;
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
    reduceFigure();
    startAfresh();
    refresh();
    m_gestures->showState();
}

void FigureView::changeSettings(const FigureSettings& settings) {
    if (settings == m_settings)
        return;
    setSettings(settings);
    emit settingsChanged(m_settings);
}

void FigureView::setAxesMode(AxesMode mode) {
    if (mode == m_axesMode)
        return;
    m_axesMode = mode;
    reduceFigure();
    startAfresh();
    refresh();
}

void FigureView::setTextScale(double scale) {
    if (scale == m_textScale)
        return;
    m_textScale = scale;
    updateGeometry();
    textScaleChanged();
    refresh();
    m_gestures->showState();
}

void FigureView::reduceFigure() {
    m_drawn.reset();
    m_theory.reset();
    if (!m_settings.hidden.empty())
        m_drawn = withoutSeries(m_figure, m_settings.hidden);
    if (m_axesMode == AxesMode::theory)
        m_theory = theoryAlone(figure());
}

bool FigureView::canZoom(double factor) const {
    const auto shown = axes();
    return shown && zoomedAbout(*shown, m_settings, shown->plot.center(), factor);
}

void FigureView::zoom(double factor) {
    const auto shown = axes();
    if (!shown)
        return;
    if (const auto settings = zoomedAbout(*shown, m_settings, shown->plot.center(), factor))
        changeSettings(*settings);
}

void FigureView::resetAxes() {
    FigureSettings settings = m_settings;
    settings.x.reset();
    settings.y.reset();
    changeSettings(settings);
}

void FigureView::setSeriesHidden(const std::string& key, bool hidden) {
    FigureSettings settings = m_settings;
    if (hidden)
        settings.hidden.insert(key);
    else
        settings.hidden.erase(key);
    changeSettings(settings);
}

void FigureView::refresh() {
    if (m_hasFigure && !size().isEmpty())
        layOut();
    m_cursor->refresh();
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
    painter.scale(m_textScale, m_textScale);
    header().paint(painter, *m_theme);
    paintContent(painter);
}

const std::optional<ReadOut>& FigureView::currentReadOut() const {
    return m_cursor->readOut();
}

void FigureView::clearReadOut() {
    m_cursor->clear();
}

bool FigureView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !m_hasFigure)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QPointF position = toLayout(help->pos());
    QString text = header().cutTextAt(position);
    if (text.isEmpty() && position.y() < header().bottom)
        text = whatsThis();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace plumbline
