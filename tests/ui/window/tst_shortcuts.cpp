#include "ui/window/shortcuts.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace plumbline;

class TestShortcuts : public QObject {
    Q_OBJECT

  private slots:
    void actionsWithKeysAreListedInTheirOrder() {
        QMenu menu;
        menu.addAction(QStringLiteral("Save &as…"))->setShortcut(QStringLiteral("Ctrl+Shift+S"));
        menu.addAction(QStringLiteral("No keys"));
        menu.addSeparator();
        menu.addMenu(QStringLiteral("More"))
            ->addAction(QStringLiteral("R&&D"))
            ->setShortcuts(
                {QKeySequence(QStringLiteral("F1")), QKeySequence(QStringLiteral("F2"))});
        menu.addAction(QStringLiteral("Pause\tSpace"));
        const auto rows = shortcutsOf(menu);
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].keys, QStringLiteral("Ctrl+Shift+S"));
        QCOMPARE(rows[0].meaning, QStringLiteral("Save as"));
        QCOMPARE(rows[1].keys, QStringLiteral("F1 or F2"));
        QCOMPARE(rows[1].meaning, QStringLiteral("R&D"));
        QCOMPARE(rows[2].keys, QStringLiteral("Space"));
        QCOMPARE(rows[2].meaning, QStringLiteral("Pause"));
    }

    void aChangingTextIsListedByItsPurpose() {
        QMenu menu;
        QAction* undo = menu.addAction(QStringLiteral("Undo p 0.30 → 0.45"));
        undo->setShortcut(QStringLiteral("Ctrl+Z"));
        undo->setWhatsThis(QStringLiteral("Undo"));
        QCOMPARE(shortcutsOf(menu)[0].meaning, QStringLiteral("Undo"));
    }

    void theDialogHasABlockForEveryMenuWithKeys() {
        QMenuBar bar;
        bar.addMenu(QStringLiteral("&File"))
            ->addAction(QStringLiteral("A < B"))
            ->setShortcut(QStringLiteral("Ctrl+O"));
        bar.addMenu(QStringLiteral("E&mpty"))->addAction(QStringLiteral("No keys"));
        const ShortcutsDialog dialog(bar);
        QVERIFY(dialog.text().contains(QStringLiteral("<b>File</b>")));
        QVERIFY(dialog.text().contains(QStringLiteral("A &lt; B")));
        QVERIFY(!dialog.text().contains(QStringLiteral("Empty")));
    }
};

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
