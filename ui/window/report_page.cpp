#include "ui/window/report_page.h"

#include "ui/charts/figure_view.h"
#include "ui/window/card.h"
#include "ui/window/verdict_table.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {
namespace {

constexpr QSize kUsualSize(820, 728);
constexpr int kCardBorder = 3; ///< keeps the view's corners inside the card's round ones

/// Runs that follow each other more closely belong to one drag, through which columns stay put.
constexpr qint64 kDragMilliseconds = 400;

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
    m_heading->setFont(type::title());
    m_heading->hide();
    m_error = new QLabel(this);
    m_error->setObjectName(QStringLiteral("errorBanner"));
    m_error->setWordWrap(true);
    m_error->hide();
    m_table = new VerdictTable(*m_theme, this);
    m_table->hide();
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
    const int tableHeight = m_table->neededHeight();
    if (m_report && isOfAnotherRun(*report))
        m_table->startRun();
    m_table->setVerdicts(report->verdicts);
    bool mustPlace = m_table->neededHeight() != tableHeight;
    if (hasViewsFor(*report)) {
        for (std::size_t i = 0; i < m_figures.size(); ++i)
            m_figures[i].view->setFigure(report->figures[i]);
    } else {
        buildViews(*report);
        mustPlace = true;
    }
    m_report = report;
    if (mustPlace) {
        updateGeometry();
        place();
    }
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
        layout->setContentsMargins(kCardBorder, kCardBorder, kCardBorder, kCardBorder);
        FigureView* view = makeFigureView(figure, *m_theme).release();
        layout->addWidget(view);
        view->setSettings(m_view.of(figure.id));
        connect(view, &FigureView::settingsChanged, this,
                [this, id = figure.id](const FigureSettings& settings) {
                    m_view.set(id, settings);
                    emit viewChanged(m_view);
                });
        m_figures.push_back({figure.id, figure.content.index(), card, view});
        card->show();
    }
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
    m_view = view;
    for (const FigureCard& figure : m_figures)
        figure.view->setSettings(view.of(figure.id));
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
    parts.figures = static_cast<int>(m_figures.size());
    parts.tableHeight = m_table->neededHeight();
    if (!m_heading->text().isEmpty())
        parts.headingHeight = m_heading->sizeHint().height();
    if (!m_error->text().isEmpty())
        parts.bannerHeight = m_error->heightForWidth(width - 2 * spacing::kMedium);
    return parts;
}

int ReportPage::heightForWidth(int width) const {
    return layOutPage({width, 0}, parts(width)).height;
}

int ReportPage::readableWidth() const {
    return m_table->readableWidth() + 2 * spacing::kMedium;
}

QSize ReportPage::sizeHint() const {
    return kUsualSize;
}

void ReportPage::resizeEvent(QResizeEvent*) {
    place();
}

void ReportPage::place() {
    const PageLayout layout = layOutPage(size(), parts(width()));
    m_heading->setGeometry(layout.heading);
    m_error->setGeometry(layout.banner);
    for (std::size_t i = 0; i < m_figures.size(); ++i)
        m_figures[i].card->setGeometry(layout.figures[i]);
    m_table->setGeometry(layout.table);
    m_table->setVisible(!m_table->rows().empty());
}

} // namespace plumbline
