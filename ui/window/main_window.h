#pragma once

#include "core/lab/scene.h"
#include "ui/run/runner.h"
#include "ui/theme/theme.h"

#include <QMainWindow>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

class QAction;
class QScrollArea;
class QStackedWidget;

namespace plumbline {

class LabList;
class LabPanel;
class ReportPage;
class StatusStrip;
class TopBar;
class Watch;
class Workspace;

/**
 * The laboratory's window: one lab on show, its report on the page, its controls beside it. Runs
 * happen behind it; the page keeps the last report until the next one is there.
 */
class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    /// Shows the scene's lab, or the first of the labs, of which there must be one.
    explicit MainWindow(const std::vector<const Lab*>& labs,
                        const std::optional<Scene>& scene = std::nullopt,
                        QWidget* parent = nullptr);

    /// The same with all labs of the catalogue.
    explicit MainWindow(const std::optional<Scene>& scene);
    ~MainWindow() override;

    /// Shows the scene's lab as it was. Does nothing when the window has no such lab.
    void openScene(const Scene& scene);
    void setThemeChoice(ThemeChoice choice);

    ThemeChoice themeChoice() const { return m_theme; }
    Scene scene() const; ///< what would restore the screen
    Runner& runner() { return m_runner; }
    ReportPage* reportPage() const { return m_page; }
    LabPanel* labPanel() const { return m_panel; }
    StatusStrip* statusStrip() const { return m_status; }
    TopBar* topBar() const { return m_top; }
    Watch* watch() const { return m_watch.get(); }

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
    void connectExport();
    void exportImage();
    void exportFigure(const std::string& id); ///< empty: the page
    RunRecord runRecord() const;
    void copySceneLink();

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

  private:
    void buildControls();
    void buildMenus();
    void buildRunMenu();
    void connectSignals();
    void connectPanel(LabPanel* panel);
    void connectRun();
    void connectSteps(LabPanel* panel);
    QAction* addAction(QMenu* menu, const QString& text, const QKeySequence& shortcut);

    const Lab* labOf(const std::string& id) const;
    LabPanel* panelOf(const Lab& lab);
    void showLab(const std::string& id);
    RunRequest request() const;
    void startRun();
    void showReport(const std::shared_ptr<const Report>& report, double trialsPerSecond);
    void showExplanation();
    void showRunState();
    void showHiddenReason();
    void leaveWatch();
    void restart();
    void changePlan();
    void showThemeChoice();
    void showAbout();
    void showShortcuts();

    std::vector<const Lab*> m_labs;
    ThemeChoice m_theme;
    Runner m_runner;
    std::unique_ptr<Watch> m_watch; ///< gone before the runner and the page
    std::map<std::string, LabPanel*> m_panels;
    LabPanel* m_panel = nullptr;

    TopBar* m_top = nullptr;
    LabList* m_list = nullptr;
    QScrollArea* m_scroll = nullptr;
    ReportPage* m_page = nullptr;
    QStackedWidget* m_side = nullptr;
    Workspace* m_workspace = nullptr;
    StatusStrip* m_status = nullptr;
    QAction* m_runAction = nullptr;
    QAction* m_watchAction = nullptr;
    QAction* m_exportAction = nullptr;
    QAction* m_copyAction = nullptr;
    QAction* m_lightAction = nullptr;
    QAction* m_darkAction = nullptr;

    QTimer m_explanation;            ///< runs while a report waits to be explained in words
    bool m_explained = false;        ///< some report of this lab was
    double m_trialsPerSecond = 0; ///< as the report on show came with
    double m_updateMilliseconds = 0; ///< spent on the report that is about to be painted
};

} // namespace plumbline
