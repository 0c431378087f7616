#include "ui/window/report_page.h"

#include "ui/charts/figure_view.h"
#include "ui/window/card.h"
#include "ui/window/verdict_table.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr QSize kUsualSize(820, 728);
constexpr int kCardBorder = 3; ///< keeps the view's corners inside the card's round ones

/// Runs that follow each other more closely belong to one drag, through which columns stay put.
constexpr qint64 kDragMilliseconds = 400;

QFont scaledFont(QFont font, double scale) {
    font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * scale)));
    return font;
}

} // namespace

ReportPage::ReportPage(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(&theme) {
    buildControls();
}

ReportPage::~ReportPage() = default;

void ReportPage::buildControls() {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_heading = new QLabel(this);
    m_heading->hide();
    m_error = new QLabel(this);
    m_error->setObjectName(QStringLiteral("errorBanner"));
    m_error->setWordWrap(true);
    m_error->hide();
    m_table = new VerdictTable(*m_theme, this);
    m_table->hide();
    scaleText();
}

void ReportPage::scaleText() {
    m_heading->setFont(scaledFont(type::title(), m_textScale));
    m_error->setFont(scaledFont(type::body(), m_textScale));
    m_table->setTextScale(m_textScale);
    const int border = static_cast<int>(std::lround(kCardBorder * m_textScale));
    for (const FigureCard& figure : m_figures) {
        figure.card->setTextScale(m_textScale);
        figure.card->layout()->setContentsMargins(border, border, border, border);
        figure.view->setTextScale(m_textScale);
    }
}

bool ReportPage::isOfAnotherRun(const Report& report) {
    if (report.lab != m_report->lab || report.seed != m_report->seed ||
        report.plannedTrials != m_report->plannedTrials)
        return true;
    if (report.parameters == m_report->parameters)
        return false;
    const bool dragged = m_sinceNewRun.isValid() && m_sinceNewRun.elapsed() < kDragMilliseconds;
    m_sinceNewRun.start();
    return !dragged;
}

void ReportPage::setReport(const std::shared_ptr<const Report>& report) {
    if (m_report && isOfAnotherRun(*report))
        m_table->startRun();
    const int tableHeight = m_table->neededHeight();
    const bool hasViews = hasViewsFor(*report);
    m_report = report;
    if (!hasViews)
        buildViews(*report);
    updateWhatIsOnPage();
    if (hasViews && m_table->neededHeight() == tableHeight)
        return;
    updateGeometry();
    place();
}

void ReportPage::bringUpToDate(std::size_t index) {
    m_figures[index].view->setFigure(m_report->figures[index]);
}

void ReportPage::updateWhatIsOnPage() {
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        if (isOnPage(m_figures[i]))
            bringUpToDate(i);
    }
    if (m_report && enlargedFigure().empty())
        m_table->setVerdicts(m_report->verdicts);
}

std::string ReportPage::enlargedFigure() const {
    return figureView(m_view.figure) ? m_view.figure : std::string();
}

bool ReportPage::isOnPage(const FigureCard& figure) const {
    const std::string enlarged = enlargedFigure();
    return enlarged.empty() || figure.id == enlarged;
}

bool ReportPage::hasViewsFor(const Report& report) const {
    return std::ranges::equal(
        report.figures, m_figures, [](const Figure& figure, const FigureCard& card) {
            return figure.id == card.id && figure.content.index() == card.kind;
        });
}

void ReportPage::buildViews(const Report& report) {
    for (const FigureCard& old : m_figures)
        delete old.card;
    m_figures.clear();
    for (const Figure& figure : report.figures) {
        auto* card = new Card(*m_theme, this);
        auto* layout = new QVBoxLayout(card);
        FigureView* view = makeFigureView(figure, *m_theme).release();
        layout->addWidget(view);
        connectView(figure.id, *view);
        m_figures.push_back({figure.id, figure.content.index(), card, view});
    }
    scaleText();
    showView();
}

void ReportPage::connectView(const std::string& id, FigureView& view) {
    connect(&view, &FigureView::settingsChanged, this,
            [this, id](const FigureSettings& settings) { takeSettings(id, settings); });
    connect(&view, &FigureView::guessDrawn, this, [this](const Guess& guess) {
        m_view.guess = guess;
        emit viewChanged(m_view);
    });
    connect(&view, &FigureView::enlargeRequested, this,
            [this, id] { enlarge(enlargedFigure() == id ? std::string() : id); });
    connect(&view, &FigureView::menuRequested, this,
            [this, id](const QPoint& position) { openMenu(id, position); });
}

void ReportPage::showView() {
    m_table->setLawHidden(m_view.predicting);
    static const std::size_t kHistogram = FigureContent(Histogram()).index();
    bool mayGuess = true; // over the first histogram
    for (const FigureCard& figure : m_figures) {
        const bool guessed = mayGuess && figure.kind == kHistogram;
        mayGuess = mayGuess && !guessed;
        showAs(*figure.view, figure.id, m_view, guessed);
        figure.view->setGuessing(guessed && m_view.predicting);
    }
}

void ReportPage::takeSettings(const std::string& id, const FigureSettings& settings) {
    FigureView& view = *figureView(id);
    FigureSettings taken = settings;
    // Back to all of it, where it is locked again.
    if (m_view.axes == AxesMode::locked && !view.hasChosenEnds() && view.axes()) {
        taken = withShownEnds(*view.axes(), settings);
        view.setSettings(taken);
    }
    m_view.set(id, taken);
    emit viewChanged(m_view);
}

void ReportPage::setTheme(const Theme& theme) {
    m_theme = &theme;
    m_table->setTheme(theme);
    for (const FigureCard& figure : m_figures) {
        figure.card->setTheme(theme);
        figure.view->setTheme(theme);
    }
}

void ReportPage::setView(const ViewSettings& view) {
    const std::string enlarged = enlargedFigure();
    m_view = view;
    showView();
    if (enlargedFigure() != enlarged)
        showEnlarged();
}

void ReportPage::setHeading(const QString& heading) {
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    place();
}

void ReportPage::setError(const QString& message) {
    if (message == m_error->text())
        return;
    m_error->setText(message);
    m_error->setVisible(!message.isEmpty());
    updateGeometry();
    place();
}

QString ReportPage::error() const {
    return m_error->text();
}

FigureView* ReportPage::figureView(const std::string& id) const {
    const auto found = std::ranges::find(m_figures, id, &FigureCard::id);
    return found == m_figures.end() ? nullptr : found->view;
}

PageParts ReportPage::parts(int width) const {
    PageParts parts;
    const bool enlarged = !enlargedFigure().empty();
    parts.figures = enlarged ? 1 : static_cast<int>(m_figures.size());
    parts.tableHeight = enlarged ? 0 : m_table->neededHeight();
    const auto unscaled = [this](int height) {
        return static_cast<int>(std::ceil(height / m_textScale));
    };
    if (!m_heading->text().isEmpty())
        parts.headingHeight = unscaled(m_heading->sizeHint().height());
    const double margins = 2 * spacing::kMedium * m_textScale;
    if (!m_error->text().isEmpty())
        parts.bannerHeight =
            unscaled(m_error->heightForWidth(width - static_cast<int>(std::ceil(margins))));
    return parts;
}

PageLayout ReportPage::layOut(const QSize& size) const {
    const QSize unscaled(static_cast<int>(size.width() / m_textScale),
                         static_cast<int>(size.height() / m_textScale));
    return layOutPage(unscaled, parts(size.width()));
}

int ReportPage::heightForWidth(int width) const {
    return static_cast<int>(std::ceil(layOut({width, 0}).height * m_textScale));
}

int ReportPage::readableWidth() const {
    return static_cast<int>(
        std::ceil((m_table->readableWidth() + 2 * spacing::kMedium) * m_textScale));
}

QSize ReportPage::sizeHint() const {
    return kUsualSize;
}

void ReportPage::resizeEvent(QResizeEvent*) {
    place();
}

QRect ReportPage::scaled(const QRect& rectangle) const {
    const QRectF exact(QPointF(rectangle.topLeft()) * m_textScale,
                       QSizeF(rectangle.size()) * m_textScale);
    return exact.toRect();
}

void ReportPage::place() {
    const PageLayout layout = layOut(size());
    m_heading->setGeometry(scaled(layout.heading));
    m_error->setGeometry(scaled(layout.banner));
    std::size_t next = 0;
    for (const FigureCard& figure : m_figures) {
        const bool onPage = isOnPage(figure);
        if (onPage)
            figure.card->setGeometry(scaled(layout.figures[next++]));
        figure.card->setVisible(onPage);
    }
    m_table->setGeometry(scaled(layout.table));
    m_table->setVisible(enlargedFigure().empty() && !m_table->rows().empty());
}

} // namespace plumbline
