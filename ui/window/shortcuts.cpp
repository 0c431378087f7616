#include "ui/window/shortcuts.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace plumbline {
namespace {

constexpr QSize kDialogSize(460, 560);
constexpr int kKeysWidth = 170;

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

std::vector<ShortcutRow> keysOfControls() {
    return {{say("← →"), say("Move a slider by a step")},
            {say("Page Up, Page Down"), say("Move it by a tenth of its range")},
            {say("Home, End"), say("Move it to its ends")},
            {say("Enter"), say("Take a typed value")},
            {say("Esc"), say("Undo the typing, close what is open")}};
}

std::vector<ShortcutRow> keysOfFigures() {
    return {{say(", and ."), say("Read the value before or after")},
            {say("Home, End"), say("Read the first or the last value")},
            {say("+ and −"), say("Zoom in and out")},
            {say("← → ↑ ↓"), say("Move what is shown")},
            {say("0"), say("Reset the axes")},
            {say("Enter"), say("Fill the page, or go back")},
            {say("Shift+F10"), say("What else can be done with it")}};
}

/// A table of two columns under its title; nothing where there are no rows.
QString block(const QString& title, const std::vector<ShortcutRow>& rows) {
    QString table;
    for (const auto& [keys, meaning] : rows)
        table += QStringLiteral("<tr><td width=\"%1\">%2</td><td>%3</td></tr>")
                     .arg(kKeysWidth)
                     .arg(keys.toHtmlEscaped(), meaning.toHtmlEscaped());
    if (table.isEmpty())
        return {};
    return QStringLiteral("<p><b>%1</b></p><table cellpadding=\"2\">%2</table>").arg(title, table);
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

ShortcutsDialog::ShortcutsDialog(const QMenuBar& menus, QWidget* parent) : QDialog(parent) {
    for (const QAction* action : menus.actions())
        m_text += block(plainText(action->text()), shortcutsOf(*action->menu<QMenu*>()));
    m_text += block(tr("Controls"), keysOfControls()) + block(tr("Figures"), keysOfFigures());
    buildControls();
}

void ShortcutsDialog::buildControls() {
    setWindowTitle(tr("Shortcuts"));
    auto* text = new QTextBrowser;
    text->setAccessibleName(tr("Shortcuts"));
    text->setHtml(m_text);
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kLarge, spacing::kLarge, spacing::kLarge, spacing::kLarge);
    column->setSpacing(spacing::kMedium);
    column->addWidget(text, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(kDialogSize.boundedTo(parentWidget() ? parentWidget()->size() : kDialogSize));
}

} // namespace plumbline
