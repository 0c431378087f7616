#pragma once

#include "core/lab/scene.h"
#include "ui/run/runner.h"
#include "ui/session/history.h"
#include "ui/session/storage.h"
#include "ui/theme/theme.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>
#include <optional>

class QAction;
class QActionGroup;
class QMenu;
class QScrollArea;

namespace plumbline {

class Autosave;
class Banner;
class LabList;
class LabPanel;
class LabPanels;
class Presentation;
class ReportPage;
class SceneIntake;
class SessionFiles;
class StatusStrip;
class TopBar;
class Watch;
class WindowSettings;
class Workspace;
struct FoundScene;

/**
 * The laboratory's window: one lab on show, its report on the page, its controls beside it. Runs
 * happen behind it; the page keeps the last report until the next one is there.
 */
class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    /// Shows the scene's lab, or the one shown last, or the first of the labs, of which there must
    /// be one. Without a storage nothing is remembered, and nothing written that was not asked for.
    explicit MainWindow(const std::vector<const Lab*>& labs,
                        const std::optional<Scene>& scene = std::nullopt,
                        const std::optional<Storage>& storage = std::nullopt);

    /// The same with all labs of the catalogue.
    explicit MainWindow(const std::optional<Scene>& scene,
                        const std::optional<Storage>& storage = std::nullopt);
    ~MainWindow() override;

    /// Shows the scene's lab as it was. Does nothing when the window has no such lab.
    void openScene(const Scene& scene);

    /// The same as a step of the history, or says why there is no scene. step: what it is called.
    void open(const FoundScene& found, const QString& step);
    void openFile(const QString& file);
    void setThemeChoice(ThemeChoice choice);
    void setAxesMode(AxesMode mode);

    ThemeChoice themeChoice() const { return m_theme; }
    Scene scene() const; ///< what would restore the screen
    Runner& runner() { return m_runner; }
    ReportPage* reportPage() const { return m_page; }
    LabPanel* labPanel() const { return m_panel; }
    StatusStrip* statusStrip() const { return m_status; }
    TopBar* topBar() const { return m_top; }
    Presentation* presentation() const { return m_presentation.get(); }
    Watch* watch() const { return m_watch.get(); }
    History& history() { return m_history; }
    SessionFiles* files() const { return m_files; }
    SceneIntake* intake() const { return m_intake; }
    Autosave* autosave() const { return m_autosave.get(); } ///< null without a storage
    Banner* notice() const { return m_notice; }             ///< what went wrong with a scene
    Banner* offer() const { return m_offer; }               ///< to restore what a crash left

  public slots:
    void toggleRun();
    void replay();

    /// Adds as many trials as the panel's step, and pauses.
    void step();

    /// Back to before the first trial, paused.
    void rewind();

    /// Watches draws from the first trial on, or leaves them where they are.
    void setWatching(bool watching);
    void takeNewSeed();
    void exportImage();
    void exportFigure(const std::string& id); ///< empty: the page
    void copySceneLink();
    void copyCommandLine(); ///< what would make this report without a window
    void pasteScene();
    void resetAll();

  signals:
    /// The screen is no longer what it was: values, view, lab or theme.
    void sceneChanged();

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

  private:
    void buildControls();
    void buildPage();
    void connectSignals();
    void connectButtons();
    void connectSession();
    void connectExport();
    void connectPanel(LabPanel* panel);
    void connectRun();
    void connectSteps(LabPanel* panel);

    static QAction* addEntry(QMenu* menu, const QString& text, const QString& keys = {});
    void buildMenus();
    void buildFileMenu(QMenu* menu);
    void buildEditMenu(QMenu* menu);
    void buildViewMenu(QMenu* menu);
    void buildRunMenu(QMenu* menu);
    void buildHelpMenu(QMenu* menu);

    void start(const std::optional<Scene>& scene);
    void showLab(const std::string& id);
    RunRequest request() const;
    RunRecord runRecord() const;
    void startRun();
    void runSoon();
    void rerun(const Scene& before);
    void showReport(const std::shared_ptr<const Report>& report, double trialsPerSecond);
    void showExplanation();
    void showRunState();
    void showHiddenReason();
    void leaveWatch();
    void restart();
    void changePlan();
    void showThemeChoice();
    void showAxesMode();
    void showTitle();
    void showAbout();
    void showShortcuts();

    void showPlace(const HistoryPlace& place);
    void takeView(const ViewSettings& view);
    void noteChange();
    void offerToRestore();
    void restoreLeftBehind();
    void remember();

    std::vector<const Lab*> m_labs;
    ThemeChoice m_theme;
    Runner m_runner;
    std::unique_ptr<Watch> m_watch; ///< gone before the runner and the page
    History m_history;
    std::unique_ptr<WindowSettings> m_settings; ///< null without a storage
    std::unique_ptr<Autosave> m_autosave;
    LabPanel* m_panel = nullptr; ///< the shown one

    TopBar* m_top = nullptr;
    LabList* m_list = nullptr;
    QScrollArea* m_scroll = nullptr;
    ReportPage* m_page = nullptr;
    LabPanels* m_side = nullptr;
    Workspace* m_workspace = nullptr;
    std::unique_ptr<Presentation> m_presentation;
    StatusStrip* m_status = nullptr;
    Banner* m_offer = nullptr;
    Banner* m_notice = nullptr;
    SessionFiles* m_files = nullptr;
    SceneIntake* m_intake = nullptr;
    QAction* m_runAction = nullptr;
    QAction* m_watchAction = nullptr;
    QAction* m_controlsAction = nullptr;
    QAction* m_undoAction = nullptr;
    QAction* m_redoAction = nullptr;
    QActionGroup* m_themes = nullptr;
    QActionGroup* m_axes = nullptr;

    QTimer m_explanation;            ///< runs while a report waits to be explained in words
    bool m_explained = false;        ///< some report of this lab was
    double m_trialsPerSecond = 0;    ///< as the report on show came with
    double m_updateMilliseconds = 0; ///< spent on the report that is about to be painted
};

} // namespace plumbline
