#include "ui/window/main_window.h"

#include "core/labs/catalogue.h"
#include "ui/controls/appearance.h"
#include "ui/session/autosave.h"
#include "ui/session/scene_list.h"
#include "ui/session/window_settings.h"
#include "ui/window/banner.h"
#include "ui/window/lab_list.h"
#include "ui/window/lab_panel.h"
#include "ui/window/lab_panels.h"
#include "ui/window/presentation.h"
#include "ui/window/report_page.h"
#include "ui/window/scene_intake.h"
#include "ui/window/session_files.h"
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
                       const std::optional<Storage>& storage)
    : m_labs(labs), m_theme(themeOfDesktop()) {
    if (storage) {
        m_settings = std::make_unique<WindowSettings>(storage->settingsFile);
        m_autosave = std::make_unique<Autosave>(storage->autosaveFolder, [this] {
            std::vector<Scene> scenes = m_side->scenes();
            scenes.front().view.theme = m_theme;
            return formatScenes(scenes);
        });
        m_theme = m_settings->state().theme.value_or(m_theme);
    }
    if (scene && scene->view.theme)
        m_theme = *scene->view.theme;
    // Before there are children: under a style sheet they do not follow a later application font.
    applyTheme(Theme::of(m_theme));
    applyTheme(*this, Theme::of(m_theme));
    buildControls();
    buildMenus();
    connectSignals();
    start(scene);
}

MainWindow::MainWindow(const std::optional<Scene>& scene, const std::optional<Storage>& storage)
    : MainWindow(catalogue(), scene, storage) {}

MainWindow::~MainWindow() {
    m_side->silence();
}

void MainWindow::buildControls() {
    m_explanation.setSingleShot(true);
    setMinimumSize(kSmallest);
    resize(kUsual);
    m_top = new TopBar;
    m_offer = new Banner;
    m_notice = new Banner;
    m_list = new LabList(m_labs);
    buildPage();
    m_side = new LabPanels(m_labs);
    m_status = new StatusStrip;
    m_workspace = new Workspace(m_list, m_scroll, m_side);
    m_presentation =
        std::make_unique<Presentation>(*this, *m_workspace, *m_page, QWidgetList{m_top, m_status});
    m_files = new SessionFiles(
        this, m_labs, [this] { return scene(); }, m_settings.get());
    m_intake = new SceneIntake(this, m_labs);

    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* widget : {static_cast<QWidget*>(m_top), static_cast<QWidget*>(m_offer),
                            static_cast<QWidget*>(m_notice)})
        column->addWidget(widget);
    column->addWidget(m_workspace, 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
    m_list->setFocus();
}

void MainWindow::buildPage() {
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
}

void MainWindow::connectSignals() {
    connect(m_list, &LabList::labChosen, this,
            [this](const QString& id) { showLab(id.toStdString()); });
    connectRun();
    connect(&m_explanation, &QTimer::timeout, this, &MainWindow::showExplanation);
    // A page that does not fit is scrolled by keys too.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int most) {
        m_scroll->setFocusPolicy(most > 0 ? Qt::TabFocus : Qt::NoFocus);
    });
    connect(m_workspace, &Workspace::narrowChanged, m_top->controlsButton(), &QWidget::setVisible);
    connect(m_side, &LabPanels::panelMade, this, &MainWindow::connectPanel);
    connectButtons();
    connectSession();
}

void MainWindow::connectButtons() {
    connect(m_top->runButton(), &QPushButton::clicked, this, &MainWindow::toggleRun);
    connect(m_top->exportButton(), &QPushButton::clicked, this, &MainWindow::exportImage);
    connect(m_top->copyButton(), &QPushButton::clicked, this, &MainWindow::copySceneLink);
    connectExport();
    connect(m_top->themeButton(), &QPushButton::clicked, this, [this] {
        setThemeChoice(m_theme == ThemeChoice::light ? ThemeChoice::dark : ThemeChoice::light);
    });
    connect(m_top->controlsButton(), &QPushButton::toggled, m_workspace, &Workspace::setDrawerOpen);
    m_top->setHistory(m_undoAction, m_redoAction);
}

void MainWindow::connectPanel(LabPanel* panel) {
    connect(panel, &LabPanel::edited, this,
            [this, panel](const Scene& before, const QString& step) {
                m_history.addEdit(panel->lab().description(), before, panel->scene(), step);
                noteChange();
            });
    connect(panel, &LabPanel::parametersChanged, this, &MainWindow::runSoon);
    connect(panel, &LabPanel::trialsChanged, this, &MainWindow::changePlan);
    connect(panel, &LabPanel::restartRequested, this, &MainWindow::restart);
    connect(panel, &LabPanel::viewEdited, this, [this](const ViewSettings& view) {
        m_page->setView(view);
        showExplanation();
        noteChange();
    });
    connectSteps(panel);
}

void MainWindow::showLab(const std::string& id) {
    if (m_panel == m_side->panel(id))
        return;
    leaveWatch();
    m_side->showLab(id);
    m_panel = m_side->shown();
    m_explained = false;
    m_explanation.stop();
    m_list->showLab(id);
    const LabDescription& lab = m_panel->lab().description();
    m_top->setPlace(QString::fromStdString(lab.group), QString::fromStdString(lab.title));
    if (m_page->report() && m_page->report()->lab == id)
        m_page->setView(m_panel->scene().view);
    showAxesMode();
    noteChange();
    startRun();
}

void MainWindow::openScene(const Scene& scene) {
    if (!m_side->lab(scene.lab))
        return;
    leaveWatch();
    m_side->put(scene);
    m_runner.resume();
    setThemeChoice(scene.view.theme.value_or(m_theme));
    if (m_panel != m_side->panel(scene.lab))
        return showLab(scene.lab);
    m_page->setView(scene.view);
    showAxesMode();
    noteChange();
    startRun();
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
    m_status->setNote({});
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
    // Another lab's view waits for that lab's figures.
    if (!m_page->report() || m_page->report()->lab != report->lab)
        m_page->setView(m_panel->scene().view);
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
        m_panel->setExplanation(*report);
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
    else if (event->key() == Qt::Key_Escape && m_presentation->isOn())
        m_presentation->setOn(false);
    else if (event->key() == Qt::Key_Escape)
        m_top->controlsButton()->setChecked(false);
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (QWidget* typed = focusWidget())
        typed->clearFocus(); // takes what is being typed as final
    m_runner.stop();
    m_presentation->setOn(false); // the next start is not full screen
    remember();
    QMainWindow::closeEvent(event);
}

} // namespace plumbline
