#pragma once

#include <QString>

#include <vector>

class QMenu;

namespace plumbline {

struct ShortcutRow {
    QString keys;
    QString meaning;
};

/// The actions of a menu and its submenus that keys trigger, in their order.
std::vector<ShortcutRow> shortcutsOf(const QMenu& menu);

/// Keys that are no menu's: those of sliders and boxes.
std::vector<ShortcutRow> shortcutsOfControls();

/// As a table of two columns, each block under its title.
QString shortcutTable(const QString& title, const std::vector<ShortcutRow>& rows);

} // namespace plumbline
