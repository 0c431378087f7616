#pragma once

#include <QDialog>
#include <QString>

#include <vector>

class QMenu;
class QMenuBar;

namespace plumbline {

struct ShortcutRow {
    QString keys;
    QString meaning;
    bool operator==(const ShortcutRow&) const = default;
};

/// The actions of a menu and its submenus that keys trigger, in their order. An action whose text
/// changes says what it is for in whatsThis().
std::vector<ShortcutRow> shortcutsOf(const QMenu& menu);

/// The keys of a window: those of its menus, and those of sliders, boxes and figures.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

  public:
    explicit ShortcutsDialog(const QMenuBar& menus, QWidget* parent = nullptr);

    QString text() const { return m_text; } ///< as HTML

  private:
    void buildControls();

    QString m_text;
};

} // namespace plumbline
