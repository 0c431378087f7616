#include "ui/controls/number_text.h"
#include "ui/controls/run_panel.h"
#include "ui/controls/step_controls.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"
#include "ui/window/status_strip.h"
#include "ui/window/top_bar.h"
#include "ui/window/watch.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>

namespace plumbline {

void MainWindow::buildRunMenu(QMenu* run) {
    m_runAction = addEntry(run, tr("Pause") + QStringLiteral("\tSpace"));
    m_runAction->setWhatsThis(tr("Run or pause"));
    QAction* step = addEntry(run, tr("&Step"), tr("]"));
    QAction* larger = addEntry(run, tr("&Larger steps"), tr("Ctrl+]"));
    QAction* smaller = addEntry(run, tr("S&maller steps"), tr("Ctrl+["));
    m_watchAction = addEntry(run, tr("&Watch draws"), tr("Ctrl+Shift+R"));
    m_watchAction->setCheckable(true);
    run->setToolTipsVisible(true);
    run->addSeparator();
    QAction* rewind = addEntry(run, tr("Re&wind"), tr("["));
    QAction* replay = addEntry(run, tr("&Replay"), tr("Ctrl+R"));
    QAction* newSeed = addEntry(run, tr("&New seed"), tr("Ctrl+N"));

    connect(m_runAction, &QAction::triggered, this, &MainWindow::toggleRun);
    connect(step, &QAction::triggered, this, &MainWindow::step);
    connect(larger, &QAction::triggered, this,
            [this] { m_panel->runPanel()->steps()->changeStepSize(1); });
    connect(smaller, &QAction::triggered, this,
            [this] { m_panel->runPanel()->steps()->changeStepSize(-1); });
    connect(m_watchAction, &QAction::triggered, this, &MainWindow::setWatching);
    connect(rewind, &QAction::triggered, this, &MainWindow::rewind);
    connect(replay, &QAction::triggered, this, &MainWindow::replay);
    connect(newSeed, &QAction::triggered, this, &MainWindow::takeNewSeed);
}

void MainWindow::connectRun() {
    connect(m_watch.get(), &Watch::reportDue, this, &MainWindow::showReport);
    connect(m_watch.get(), &Watch::said, m_status, &StatusStrip::setNote);
    connect(m_watch.get(), &Watch::changed, this, &MainWindow::showRunState);
    connect(&m_runner, &Runner::reportReady, this, &MainWindow::showHiddenReason);
    connect(&m_runner, &Runner::finished, this, &MainWindow::showRunState);
    connect(&m_runner, &Runner::pausedChanged, this, &MainWindow::showRunState);
    connect(&m_runner, &Runner::steppingChanged, this, &MainWindow::showRunState);
    connect(&m_runner, &Runner::restarted, this,
            [this](const QString& reason) { m_status->setNote(tr("restarted: %1").arg(reason)); });
    connect(&m_runner, &Runner::failed, this, [this](const QString& message) {
        m_page->setError(tr("This run failed: %1").arg(message));
        showRunState();
    });
}

void MainWindow::connectSteps(LabPanel* panel) {
    StepControls* steps = panel->runPanel()->steps();
    connect(steps, &StepControls::stepRequested, this, &MainWindow::step);
    connect(steps, &StepControls::watchToggled, this, &MainWindow::setWatching);
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

void MainWindow::step() {
    m_watch->end();
    if (m_runner.isFinished())
        m_status->setNote(tr("All trials are done: ask for more, or rewind ( [ )"));
    else
        m_runner.step(m_panel->runPanel()->steps()->stepSize());
}

void MainWindow::rewind() {
    if (!m_panel->isValid())
        return;
    m_watch->end();
    m_runner.pause();
    RunRequest fromTheFirst = request();
    fromTheFirst.startsEmpty = true;
    m_runner.start(fromTheFirst);
    showRunState();
}

void MainWindow::setWatching(bool watching) {
    if (watching && m_panel->isValid()) {
        m_runner.pause();
        m_watch->begin();
        startRun();
    } else {
        m_watch->end();
    }
    showRunState();
}

/// Back to a run that goes by itself, as it was before the watching paused it.
void MainWindow::leaveWatch() {
    if (!m_watch->isOn())
        return;
    m_watch->end();
    m_runner.resume();
}

/// From the first trial, running; or watching, if that is on.
void MainWindow::restart() {
    if (m_watch->isOn())
        return setWatching(true);
    m_runner.resume();
    startRun();
}

void MainWindow::changePlan() {
    const Scene& now = m_panel->scene();
    const auto& run = m_runner.request();
    const bool sameRun = run && run->lab == &m_panel->lab() && run->parameters == now.parameters &&
                         run->seed == now.seed;
    if (!sameRun)
        return runSoon(); // values that waited for a plan under which they are valid
    m_page->setError({});
    const std::int64_t asked = now.trials;
    m_runner.setPlannedTrials(asked);
    const auto& report = m_page->report();
    if (report && report->lab == m_panel->lab().description().id && report->trials > asked)
        m_status->setNote(tr("%1 trials are done and stay; a replay makes %2")
                              .arg(countText(report->trials), countText(asked)));
    showRunState();
}

/// After values were replaced, from wherever: what they mean for the run on show.
void MainWindow::rerun(const Scene& before) {
    const Scene& now = m_panel->scene();
    if (!m_panel->isValid())
        return;
    if (now.parameters != before.parameters || now.seed != before.seed)
        runSoon();
    else if (now.trials != before.trials)
        changePlan();
}

void MainWindow::runSoon() {
    m_page->setError({});
    m_watch->forget();
    m_status->setNote({});
    m_runner.startSoon(request());
    showRunState();
}

void MainWindow::showHiddenReason() {
    const QString& reason = m_runner.hiddenReason();
    m_watchAction->setEnabled(reason.isEmpty());
    m_watchAction->setToolTip(reason.isEmpty() ? tr("One draw at a time, then faster") : reason);
    m_panel->runPanel()->steps()->setHiddenReason(reason);
}

} // namespace plumbline
