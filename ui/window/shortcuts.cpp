#include "ui/window/shortcuts.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

namespace plumbline {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Shortcuts", text);
}

/// "Save as" of "Save &as…"; what follows a tab are keys that are no shortcut.
QString plainText(const QString& menuText) {
    QString text = menuText.section(u'\t', 0, 0);
    text.remove(u'…');
    for (qsizetype i = text.indexOf(u'&'); i >= 0; i = text.indexOf(u'&', i + 1))
        text.remove(i, 1); // of two, the second stays
    return text;
}

QString keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText);
    return keys.isEmpty() ? action.text().section(u'\t', 1) : keys.join(say(" or "));
}

} // namespace

std::vector<ShortcutRow> shortcutsOf(const QMenu& menu) {
    std::vector<ShortcutRow> rows;
    for (const QAction* action : menu.actions()) {
        if (const QMenu* submenu = action->menu<QMenu*>()) {
            const auto inner = shortcutsOf(*submenu);
            rows.insert(rows.end(), inner.begin(), inner.end());
        } else if (!keysOf(*action).isEmpty()) {
            const QString meaning =
                action->whatsThis().isEmpty() ? action->text() : action->whatsThis();
            rows.push_back({keysOf(*action), plainText(meaning)});
        }
    }
    return rows;
}

std::vector<ShortcutRow> shortcutsOfControls() {
    return {{say("← →"), say("Move a slider by a step")},
            {say("Page Up, Page Down"), say("Move it by a tenth of its range")},
            {say("Home, End"), say("Move it to its ends")},
            {say("Enter"), say("Take a typed value")},
            {say("Esc"), say("Undo the typing, close the drawer")}};
}

QString shortcutTable(const QString& title, const std::vector<ShortcutRow>& rows) {
    QString table = QStringLiteral("<p><b>%1</b></p><table cellpadding=\"2\">").arg(title);
    for (const auto& [keys, meaning] : rows)
        table += QStringLiteral("<tr><td width=\"170\">%1</td><td>%2</td></tr>")
                     .arg(keys.toHtmlEscaped(), meaning.toHtmlEscaped());
    return table + QStringLiteral("</table>");
}

} // namespace plumbline
