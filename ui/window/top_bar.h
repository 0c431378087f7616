#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QMenuBar;
class QPushButton;

namespace plumbline {

/// The bar above everything: the name, the menus, where we are, and what is done most.
class TopBar : public QFrame {
    Q_OBJECT

  public:
    explicit TopBar(QWidget* parent = nullptr);

    /// "Dropout / Kept units".
    void setPlace(const QString& group, const QString& title);

    /// Two buttons that do as these do.
    void setHistory(QAction* undo, QAction* redo);

    /// Says for a moment that the link was copied.
    void showCopied();

    QMenuBar* menuBar() const { return m_menuBar; }
    QPushButton* undoButton() const { return m_undo; }
    QPushButton* redoButton() const { return m_redo; }
    QPushButton* exportButton() const { return m_export; }
    QPushButton* copyButton() const { return m_copy; }
    QPushButton* themeButton() const { return m_theme; }
    QPushButton* controlsButton() const { return m_controls; } ///< opens the drawer
    QPushButton* runButton() const { return m_run; }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void buildControls();
    QPushButton* addButton(const QString& text, const QString& toolTip);

    QMenuBar* m_menuBar = nullptr;
    QLabel* m_place = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_redo = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_theme = nullptr;
    QPushButton* m_controls = nullptr;
    QPushButton* m_run = nullptr;
};

} // namespace plumbline
