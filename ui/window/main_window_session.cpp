#include "core/lab/command_text.h"
#include "ui/session/autosave.h"
#include "ui/session/scene_list.h"
#include "ui/session/window_settings.h"
#include "ui/window/banner.h"
#include "ui/window/lab_panel.h"
#include "ui/window/lab_panels.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"
#include "ui/window/scene_intake.h"
#include "ui/window/session_files.h"
#include "ui/window/status_strip.h"
#include "ui/window/top_bar.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPushButton>

namespace plumbline {

void MainWindow::connectSession() {
    connect(&m_history, &History::placeWanted, this, &MainWindow::showPlace);
    connect(m_page, &ReportPage::viewChanged, this, &MainWindow::takeView);
    connect(m_files, &SessionFiles::fileChosen, this, &MainWindow::openFile);
    connect(m_files, &SessionFiles::changed, this, &MainWindow::showTitle);
    connect(m_files, &SessionFiles::failed, this,
            [this](const QString& message) { m_notice->say(message, Banner::Tone::error); });
    connect(m_intake, &SceneIntake::dropped, this,
            [this](const FoundScene& found) { open(found, tr("drop")); });
    if (!m_autosave)
        return;
    connect(m_autosave.get(), &Autosave::problemChanged, this, [this](const QString& problem) {
        m_status->setWarning(problem.isEmpty() ? QString() : tr("not autosaved: %1").arg(problem));
    });
    connect(m_offer->addAnswer(tr("Restore")), &QPushButton::clicked, this,
            &MainWindow::restoreLeftBehind);
    connect(m_offer->dismissButton(), &QPushButton::clicked, m_autosave.get(),
            &Autosave::discardLeftBehind);
}

/// As it was the last time, but at the scene where there is one.
void MainWindow::start(const std::optional<Scene>& scene) {
    std::string shown = m_labs.at(0)->description().id;
    if (m_settings) {
        const WindowState state = m_settings->state();
        restoreGeometry(state.geometry);
        m_top->controlsButton()->setChecked(state.controlsOpen);
        m_controlsAction->setChecked(!state.controlsAside);
        const auto remembered = parseScenes(state.scenes, m_labs).scenes;
        for (const Scene& each : remembered)
            m_side->put(each);
        if (!remembered.empty())
            shown = remembered.front().lab;
    }
    if (scene && m_side->lab(scene->lab))
        openScene(*scene);
    else
        showLab(shown);
    offerToRestore();
}

void MainWindow::remember() {
    if (!m_settings)
        return;
    m_settings->setState({saveGeometry(), m_theme, m_top->controlsButton()->isChecked(),
                          !m_controlsAction->isChecked(), formatScenes(m_side->scenes())});
    m_autosave->finish();
}

void MainWindow::offerToRestore() {
    if (!m_autosave)
        return;
    m_autosave->findLeftBehind();
    if (m_autosave->leftBehind())
        m_offer->say(tr("Plumbline did not close properly. Restore where you were?"),
                     Banner::Tone::notice);
    // From now on: what the start itself shows is remembered already.
    connect(this, &MainWindow::sceneChanged, m_autosave.get(), &Autosave::touch);
}

void MainWindow::restoreLeftBehind() {
    const SceneList list = parseScenes(m_autosave->leftBehind().value_or(std::string()), m_labs);
    for (std::size_t i = 1; i < list.scenes.size(); ++i)
        m_side->put(list.scenes[i]);
    FoundScene found;
    if (!list.scenes.empty())
        found.scene = list.scenes.front();
    else
        found.problem = tr("nothing could be restored");
    found.notes = list.problems;
    open(found, tr("restore"));
    m_offer->clear();
    // What could not be read, or is not safe in another file yet, stays for another start.
    if (found.scene && m_autosave->flush())
        m_autosave->discardLeftBehind();
}

void MainWindow::openFile(const QString& file) {
    open(sceneInFile(file, m_labs), tr("open %1").arg(QFileInfo(file).fileName()));
}

void MainWindow::pasteScene() {
    open(m_intake->fromClipboard(), tr("paste"));
}

void MainWindow::copySceneLink() {
    QGuiApplication::clipboard()->setText(QString::fromStdString(formatScene(scene())));
    m_top->showCopied();
}

void MainWindow::copyCommandLine() {
    Scene valid = m_panel->validScene();
    valid.view.theme = m_theme;
    QGuiApplication::clipboard()->setText(
        QString::fromStdString(commandLineOf(valid, m_panel->lab())));
    m_status->setNote(tr("copied as a command line"));
}

void MainWindow::resetAll() {
    m_panel->resetAll();
}

void MainWindow::open(const FoundScene& found, const QString& step) {
    const QString notes = found.notes.join(u'\n');
    if (!found.scene)
        return m_notice->say(notes.isEmpty() ? found.problem : found.problem + u'\n' + notes,
                             Banner::Tone::error);
    const std::string shownBefore = m_panel->lab().description().id;
    Scene before = m_side->panel(found.scene->lab)->scene();
    before.view.theme = m_theme;
    openScene(*found.scene);
    m_history.addOpening(before, scene(), shownBefore, step);
    if (!found.file.isEmpty())
        m_files->setOpened(found.file);
    if (notes.isEmpty())
        m_notice->clear();
    else
        m_notice->say(notes, Banner::Tone::notice);
}

void MainWindow::showPlace(const HistoryPlace& place) {
    const Scene before = m_side->panel(place.scene.lab)->scene();
    Scene scene = place.scene;
    if (!place.whole) {
        scene.view = before.view;
        if (scene.parameters != before.parameters) { // it would be no guess at these
            scene.view.guess.clear();
            scene.view.answer.clear();
        }
    }
    m_side->put(scene);
    if (place.whole)
        setThemeChoice(scene.view.theme.value_or(m_theme));
    if (place.shownLab != m_panel->lab().description().id)
        return showLab(place.shownLab);
    if (scene.lab == place.shownLab) {
        m_page->setView(scene.view);
        showAxesMode();
        rerun(before);
    }
    noteChange();
}

void MainWindow::takeView(const ViewSettings& view) {
    // The figures on show may still be of the lab that was left.
    if (m_page->report() && m_page->report()->lab != m_panel->lab().description().id)
        return;
    m_panel->setView(view);
    showAxesMode();
    noteChange();
}

void MainWindow::showTitle() {
    const QString lab = QString::fromStdString(m_panel->lab().description().title);
    const QString name = m_files->session().name();
    setWindowTitle((name.isEmpty() ? lab : name + QStringLiteral("[*] – ") + lab) +
                   QStringLiteral(" – Plumbline"));
    setWindowModified(m_files->session().isModified(scene()));
}

/// What is on show is no longer what it was, in whatever way.
void MainWindow::noteChange() {
    if (!m_panel)
        return; // the theme of the start
    showTitle();
    emit sceneChanged();
}

} // namespace plumbline
