#include "ui/window/main_window.h"

#include "core/labs/catalogue.h"
#include "ui/controls/appearance.h"
#include "ui/controls/run_panel.h"
#include "ui/controls/step_controls.h"
#include "ui/window/lab_list.h"
#include "ui/window/lab_panel.h"
#include "ui/window/report_page.h"
#include "ui/window/status_strip.h"
#include "ui/window/top_bar.h"
#include "ui/window/watch.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {
namespace {

constexpr QSize kSmallest(640, 400);
constexpr QSize kUsual(1280, 800);
constexpr int kExplanationMilliseconds = 250; ///< numbers that change faster cannot be read

double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

MainWindow::MainWindow(const std::vector<const Lab*>& labs, const std::optional<Scene>& scene,
                       QWidget* parent)
    : QMainWindow(parent), m_labs(labs), m_theme(themeOfDesktop()) {
    const bool hasLab = scene && labOf(scene->lab);
    if (hasLab)
        m_theme = scene->view.theme.value_or(m_theme);
    // Before there are children: under a style sheet they do not follow a later application font.
    applyTheme(Theme::of(m_theme));
    applyTheme(*this, Theme::of(m_theme));
    buildControls();
    buildMenus();
    connectSignals();
    showThemeChoice();
    if (hasLab)
        openScene(*scene);
    else
        showLab(m_labs.at(0)->description().id);
}

MainWindow::MainWindow(const std::optional<Scene>& scene) : MainWindow(catalogue(), scene) {}

MainWindow::~MainWindow() {
    // A box that loses the focus as the window goes still confirms its text.
    for (const auto& [id, panel] : m_panels)
        panel->disconnect(this);
}

void MainWindow::buildControls() {
    m_explanation.setSingleShot(true);
    setWindowTitle(QStringLiteral("Plumbline"));
    setMinimumSize(kSmallest);
    resize(kUsual);
    m_top = new TopBar;
    m_list = new LabList(m_labs);
    m_page = new ReportPage(Theme::of(m_theme));
    m_page->setObjectName(QStringLiteral("scrolled"));
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("pageArea"));
    m_scroll->setAccessibleName(tr("Figures and verdicts"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_page);
    m_watch = std::make_unique<Watch>(m_runner, *m_page);
    m_side = new QStackedWidget;
    m_side->setObjectName(QStringLiteral("sidePanel"));
    m_status = new StatusStrip;
    m_workspace = new Workspace(m_list, m_scroll, m_side);

    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_workspace, 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
    m_list->setFocus();
}

void MainWindow::connectSignals() {
    connect(m_list, &LabList::labChosen, this,
            [this](const QString& id) { showLab(id.toStdString()); });
    connectRun();
    connect(&m_explanation, &QTimer::timeout, this, &MainWindow::showExplanation);
    connect(m_page, &ReportPage::viewChanged, this,
            [this](const ViewSettings& view) { m_panel->setView(view); });
    connect(m_top->runButton(), &QPushButton::clicked, this, &MainWindow::toggleRun);
    connect(m_top->exportButton(), &QPushButton::clicked, this, &MainWindow::exportImage);
    connect(m_top->copyButton(), &QPushButton::clicked, this, &MainWindow::copySceneLink);
    connectExport();
    connect(m_top->themeButton(), &QPushButton::clicked, this, [this] {
        setThemeChoice(m_theme == ThemeChoice::light ? ThemeChoice::dark : ThemeChoice::light);
    });
    connect(m_top->controlsButton(), &QPushButton::toggled, m_workspace, &Workspace::setDrawerOpen);
    // A page that does not fit is scrolled by keys too.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int most) {
        m_scroll->setFocusPolicy(most > 0 ? Qt::TabFocus : Qt::NoFocus);
    });
    connect(m_workspace, &Workspace::narrowChanged, m_top->controlsButton(), &QWidget::setVisible);
}

const Lab* MainWindow::labOf(const std::string& id) const {
    const auto found = std::ranges::find(
        m_labs, id, [](const Lab* lab) -> const std::string& { return lab->description().id; });
    return found == m_labs.end() ? nullptr : *found;
}

LabPanel* MainWindow::panelOf(const Lab& lab) {
    LabPanel*& panel = m_panels[lab.description().id];
    if (!panel) {
        panel = new LabPanel(lab);
        connectPanel(panel);
        auto* scroll = new QScrollArea;
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        panel->setObjectName(QStringLiteral("scrolled"));
        scroll->setWidget(panel);
        m_side->addWidget(scroll);
    }
    return panel;
}

void MainWindow::connectPanel(LabPanel* panel) {
    connect(panel, &LabPanel::parametersChanged, this, [this] {
        m_page->setError({});
        m_runner.startSoon(request());
        showRunState();
    });
    connect(panel, &LabPanel::trialsChanged, this, &MainWindow::changePlan);
    connect(panel, &LabPanel::restartRequested, this, &MainWindow::restart);
    connect(panel, &LabPanel::viewEdited, m_page, &ReportPage::setView);
    connectSteps(panel);
}

void MainWindow::showLab(const std::string& id) {
    const Lab& lab = *labOf(id);
    if (m_panel == panelOf(lab))
        return;
    leaveWatch();
    m_panel = panelOf(lab);
    m_page->setView(m_panel->scene().view);
    m_explained = false;
    m_explanation.stop();
    m_side->setCurrentWidget(m_panel->parentWidget()->parentWidget());
    m_list->showLab(id);
    m_top->setPlace(QString::fromStdString(lab.description().group),
                    QString::fromStdString(lab.description().title));
    setWindowTitle(QString::fromStdString(lab.description().title) +
                   QStringLiteral(" – Plumbline"));
    startRun();
}

void MainWindow::openScene(const Scene& scene) {
    if (!labOf(scene.lab))
        return;
    const Lab& lab = *labOf(scene.lab);
    leaveWatch();
    panelOf(lab)->setScene(scene);
    if (m_panel == panelOf(lab))
        m_page->setView(scene.view);
    setThemeChoice(scene.view.theme.value_or(m_theme));
    if (m_panel == panelOf(lab))
        startRun();
    else
        showLab(scene.lab);
}

RunRequest MainWindow::request() const {
    const Scene& scene = m_panel->scene();
    return {.lab = &m_panel->lab(),
            .parameters = scene.parameters,
            .seed = scene.seed,
            .plannedTrials = scene.trials,
            .threads = backgroundThreads(),
            .startsEmpty = m_watch->isOn()};
}

void MainWindow::startRun() {
    m_watch->forget();
    m_page->setError({});
    if (m_panel->isValid())
        m_runner.start(request());
    else
        m_runner.stop();
    showRunState();
}

void MainWindow::showReport(const std::shared_ptr<const Report>& report, double trialsPerSecond) {
    QElapsedTimer timer;
    timer.start();
    m_page->setReport(report);
    m_status->setTrials(report->trials, report->plannedTrials);
    m_status->setRate(trialsPerSecond);
    m_trialsPerSecond = trialsPerSecond;
    if (!m_explanation.isActive())
        m_explanation.start(m_explained ? kExplanationMilliseconds : 0);
    m_updateMilliseconds += milliseconds(timer);
}

void MainWindow::showExplanation() {
    const auto& report = m_page->report();
    m_explained = report && report->lab == m_panel->lab().description().id;
    if (m_explained)
        m_panel->setExplanation(m_panel->lab().explain(*report));
}

void MainWindow::showRunState() {
    const bool moves = !m_runner.isPaused() || m_runner.isStepping() || m_watch->isPlaying();
    QString text = moves ? tr("Pause") : tr("Run");
    if (m_runner.isFinished())
        text = tr("Run again");
    m_top->runButton()->setText(text);
    m_runAction->setText(text + QStringLiteral("\tSpace"));
    RunState state = m_runner.isPaused() ? RunState::paused : RunState::running;
    if (m_runner.isFinished())
        state = RunState::done;
    else if (m_watch->isPlaying())
        state = RunState::watching;
    else if (m_runner.isStepping())
        state = RunState::stepping;
    m_status->setState(state);
    m_watchAction->setChecked(m_watch->isOn());
    m_panel->runPanel()->steps()->setWatching(m_watch->isOn());
}

void MainWindow::toggleRun() {
    if (m_watch->isPlaying())
        m_watch->pause();
    else if (m_watch->isOn())
        m_watch->play();
    else if (m_runner.isStepping())
        m_runner.pause();
    else if (m_runner.isFinished())
        replay();
    else if (m_runner.isPaused())
        m_runner.resume();
    else
        m_runner.pause();
}

void MainWindow::replay() {
    restart();
}

void MainWindow::takeNewSeed() {
    m_panel->takeNewSeed();
}

Scene MainWindow::scene() const {
    Scene scene = m_panel->scene();
    scene.view.theme = m_theme;
    // A run that was asked for fewer trials than it had done keeps and shows them.
    const auto& report = m_page->report();
    if (m_runner.isFinished() && report && report->lab == scene.lab && report->seed == scene.seed &&
        report->parameters == scene.parameters)
        scene.trials = std::max(scene.trials, report->trials);
    return scene;
}

bool MainWindow::event(QEvent* event) {
    if (event->type() != QEvent::UpdateRequest || m_updateMilliseconds == 0)
        return QMainWindow::event(event);
    QElapsedTimer timer;
    timer.start();
    const bool handled = QMainWindow::event(event);
    m_status->addFrameTime(m_updateMilliseconds + milliseconds(timer));
    m_updateMilliseconds = 0;
    return handled;
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    // As a key and not as a shortcut: edits, buttons and switches use the space bar themselves.
    if (event->key() == Qt::Key_Space && !event->modifiers())
        toggleRun();
    else if (event->key() == Qt::Key_Escape)
        m_top->controlsButton()->setChecked(false);
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_runner.stop();
    QMainWindow::closeEvent(event);
}

} // namespace plumbline
