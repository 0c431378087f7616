#include "core/lab/version.h"
#include "ui/controls/appearance.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"
#include "ui/window/top_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>

namespace plumbline {

QAction* MainWindow::addAction(QMenu* menu, const QString& text, const QKeySequence& shortcut) {
    QAction* action = menu->addAction(text);
    action->setShortcut(shortcut);
    return action;
}

void MainWindow::buildMenus() {
    QMenuBar* bar = m_top->menuBar();
    QMenu* file = bar->addMenu(tr("&File"));
    m_exportAction = addAction(file, tr("&Export…"), tr("Ctrl+E"));
    m_copyAction = addAction(file, tr("&Copy scene link"), tr("Ctrl+Shift+C"));
    file->addSeparator();
    QAction* quit = addAction(file, tr("&Quit"), tr("Ctrl+Q"));

    QMenu* view = bar->addMenu(tr("&View"));
    QMenu* themes = view->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(this);
    m_lightAction = group->addAction(themes->addAction(tr("&Light")));
    m_darkAction = group->addAction(themes->addAction(tr("&Dark")));
    m_lightAction->setCheckable(true);
    m_darkAction->setCheckable(true);

    buildRunMenu();

    QMenu* help = bar->addMenu(tr("&Help"));
    QAction* shortcuts = addAction(help, tr("&Shortcuts"), tr("F1"));
    QAction* about = addAction(help, tr("&About Plumbline"), {});

    connect(m_exportAction, &QAction::triggered, this, &MainWindow::exportImage);
    connect(m_copyAction, &QAction::triggered, this, &MainWindow::copySceneLink);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    connect(m_lightAction, &QAction::triggered, this,
            [this] { setThemeChoice(ThemeChoice::light); });
    connect(m_darkAction, &QAction::triggered, this, [this] { setThemeChoice(ThemeChoice::dark); });
    connect(shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::copySceneLink() {
    QGuiApplication::clipboard()->setText(QString::fromStdString(formatScene(scene())));
    m_top->showCopied();
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
}

void MainWindow::showThemeChoice() {
    const bool dark = m_theme == ThemeChoice::dark;
    m_top->themeButton()->setText(dark ? tr("Light") : tr("Dark"));
    (dark ? m_darkAction : m_lightAction)->setChecked(true);
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
    const std::pair<QString, QString> rows[] = {
        {tr("Space"), tr("run or pause")},
        {tr("]"), tr("step: add some trials and pause")},
        {tr("Ctrl+[, Ctrl+]"), tr("fewer or more trials in a step")},
        {tr("["), tr("rewind: back to before the first trial")},
        {tr("Ctrl+R"), tr("replay: the same seed from the first trial")},
        {tr("Ctrl+Shift+R"), tr("watch: one draw at a time, then faster")},
        {tr("Ctrl+N"), tr("new seed")},
        {tr("Ctrl+E"), tr("export pictures and data")},
        {tr("Ctrl+Shift+C"), tr("copy the scene link")},
        {tr("Ctrl+Q"), tr("quit")},
        {tr("← →"), tr("move a slider by a step")},
        {tr("Page Up, Page Down"), tr("move it by a tenth of its range")},
        {tr("Home, End"), tr("move it to its ends")},
        {tr("Enter"), tr("take a typed value")},
        {tr("Esc"), tr("undo the typing")},
    };
    QString table = QStringLiteral("<table cellpadding=\"3\">");
    for (const auto& [keys, meaning] : rows)
        table +=
            QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>").arg(keys, meaning);
    QMessageBox::about(this, tr("Shortcuts"), table + QStringLiteral("</table>"));
}

} // namespace plumbline
