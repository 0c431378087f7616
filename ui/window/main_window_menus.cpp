#include "core/lab/version.h"
#include "ui/controls/appearance.h"
#include "ui/window/lab_panel.h"
#include "ui/window/lab_panels.h"
#include "ui/window/main_window.h"
#include "ui/window/presentation.h"
#include "ui/window/report_page.h"
#include "ui/window/session_files.h"
#include "ui/window/shortcuts.h"
#include "ui/window/top_bar.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>

#include <utility>
#include <vector>

namespace plumbline {

namespace {

/// A submenu of choices that exclude each other; the group's actions carry the values in order.
template <class Value>
QActionGroup* addChoices(QMenu* menu, const std::vector<std::pair<QString, Value>>& choices) {
    auto* group = new QActionGroup(menu);
    for (const auto& [text, value] : choices) {
        QAction* action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setData(static_cast<int>(value));
    }
    return group;
}

void check(const QActionGroup* group, int value) {
    for (QAction* action : group->actions())
        if (action->data().toInt() == value)
            action->setChecked(true);
}

} // namespace

QAction* MainWindow::addEntry(QMenu* menu, const QString& text, const QString& keys) {
    QAction* action = menu->addAction(text);
    action->setShortcut(keys);
    return action;
}

void MainWindow::buildMenus() {
    QMenuBar* bar = m_top->menuBar();
    buildFileMenu(bar->addMenu(tr("&File")));
    buildEditMenu(bar->addMenu(tr("&Edit")));
    buildViewMenu(bar->addMenu(tr("&View")));
    buildRunMenu(bar->addMenu(tr("&Run")));
    buildHelpMenu(bar->addMenu(tr("&Help")));
    // A hidden menu bar hears no keys; the window does.
    for (const QAction* menu : bar->actions())
        addActions(menu->menu<QMenu*>()->actions());
}

void MainWindow::buildFileMenu(QMenu* menu) {
    m_files->addTo(menu);
    menu->addSeparator();
    QAction* save = addEntry(menu, tr("&Export…"), tr("Ctrl+E"));
    menu->addSeparator();
    QAction* quit = addEntry(menu, tr("&Quit"), tr("Ctrl+Q"));
    connect(save, &QAction::triggered, this, &MainWindow::exportImage);
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::buildEditMenu(QMenu* menu) {
    m_undoAction = m_history.stack()->createUndoAction(this, tr("&Undo"));
    m_redoAction = m_history.stack()->createRedoAction(this, tr("&Redo"));
    m_undoAction->setShortcut(tr("Ctrl+Z"));
    m_redoAction->setShortcuts({tr("Ctrl+Shift+Z"), tr("Ctrl+Y")});
    // Whatever the next step is called, the list of shortcuts says what the keys do.
    m_undoAction->setWhatsThis(tr("Undo"));
    m_redoAction->setWhatsThis(tr("Redo"));
    menu->addActions({m_undoAction, m_redoAction});
    menu->addSeparator();
    QAction* copy = addEntry(menu, tr("&Copy scene link"), tr("Ctrl+Shift+C"));
    QAction* command = addEntry(menu, tr("Copy as co&mmand line"), tr("Ctrl+Alt+C"));
    QAction* paste = addEntry(menu, tr("&Paste scene"), tr("Ctrl+V"));
    menu->addSeparator();
    QAction* reset = addEntry(menu, tr("Reset &all"));
    connect(copy, &QAction::triggered, this, &MainWindow::copySceneLink);
    connect(command, &QAction::triggered, this, &MainWindow::copyCommandLine);
    connect(paste, &QAction::triggered, this, &MainWindow::pasteScene);
    connect(reset, &QAction::triggered, this, &MainWindow::resetAll);
}

void MainWindow::buildViewMenu(QMenu* menu) {
    m_themes =
        addChoices<ThemeChoice>(menu->addMenu(tr("&Theme")), {{tr("&Light"), ThemeChoice::light},
                                                              {tr("&Dark"), ThemeChoice::dark}});
    m_axes = addChoices<AxesMode>(menu->addMenu(tr("&Axes")),
                                  {{tr("&Automatic"), AxesMode::automatic},
                                   {tr("&Locked"), AxesMode::locked},
                                   {tr("Scaled to &theory"), AxesMode::theory}});
    menu->addSeparator();
    m_controlsAction = addEntry(menu, tr("&Controls"), tr("F9"));
    m_controlsAction->setCheckable(true);
    m_controlsAction->setChecked(true);
    QAction* present = addEntry(menu, tr("&Full screen, larger type"), tr("F11"));
    present->setCheckable(true);
    connect(m_controlsAction, &QAction::toggled, m_workspace, &Workspace::setSideShown);
    connect(present, &QAction::toggled, m_presentation.get(), &Presentation::setOn);
    connect(m_presentation.get(), &Presentation::changed, present, &QAction::setChecked);
    connect(m_themes, &QActionGroup::triggered, this, [this](const QAction* action) {
        setThemeChoice(static_cast<ThemeChoice>(action->data().toInt()));
    });
    connect(m_axes, &QActionGroup::triggered, this, [this](const QAction* action) {
        setAxesMode(static_cast<AxesMode>(action->data().toInt()));
    });
    showThemeChoice();
}

void MainWindow::buildHelpMenu(QMenu* menu) {
    QAction* shortcuts = addEntry(menu, tr("&Shortcuts"), tr("F1"));
    QAction* about = addEntry(menu, tr("&About Plumbline"));
    connect(shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::setThemeChoice(ThemeChoice choice) {
    if (choice == m_theme)
        return;
    m_theme = choice;
    const Theme& theme = Theme::of(choice);
    applyTheme(theme);
    applyTheme(*this, theme);
    m_page->setTheme(theme);
    showThemeChoice();
    noteChange();
}

void MainWindow::setAxesMode(AxesMode mode) {
    m_page->setAxesMode(mode);
}

void MainWindow::showThemeChoice() {
    const bool dark = m_theme == ThemeChoice::dark;
    m_top->themeButton()->setText(dark ? tr("Light") : tr("Dark"));
    check(m_themes, static_cast<int>(m_theme));
}

void MainWindow::showAxesMode() {
    check(m_axes, static_cast<int>(m_panel->scene().view.axes));
}

void MainWindow::showAbout() {
    QMessageBox::about(
        this, tr("About Plumbline"),
        tr("<p><b>Plumbline</b> %1</p><p>A laboratory for the mathematics of deep learning: "
           "simulated results drawn against the exact law, with a verdict that says whether they "
           "agree.</p><p>GPL-3.0-or-later. Built with Qt %2.</p>")
            .arg(QString::fromLatin1(version()), QString::fromLatin1(qVersion())));
}

void MainWindow::showShortcuts() {
    auto* dialog = new ShortcutsDialog(*m_top->menuBar(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace plumbline
