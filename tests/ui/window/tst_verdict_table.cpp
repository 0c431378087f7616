#include "ui/window/verdict_table.h"

#include <QAccessible>
#include <QTest>

using namespace plumbline;

namespace {

std::vector<Verdict> verdicts() {
    Verdict mean;
    mean.id = "mean";
    mean.title = "mean kept";
    mean.measured = 69.998;
    mean.standardError = 0.0051;
    mean.expected = 70;
    mean.tolerance = 0.02;
    mean.note = "exact law";
    Verdict fit;
    fit.id = "fit";
    fit.title = "goodness of fit";
    fit.rule = VerdictRule::atMost;
    fit.measured = 60;
    fit.expected = 30;
    fit.tolerance = 10;
    fit.pValue = 0.00031;
    return {mean, fit};
}

QStringList names(const QAccessibleInterface& table) {
    QStringList result;
    for (int i = 0; i < table.childCount(); ++i)
        result << table.child(i)->text(QAccessible::Name);
    return result;
}

} // namespace

class TestVerdictTable : public QObject {
    Q_OBJECT

  private slots:
    void aScreenReaderWalksItsRows() {
        VerdictTable table(Theme::of(ThemeChoice::light));
        table.setVerdicts(verdicts());
        table.resize(700, table.neededHeight());
        table.show();
        const auto* accessible = QAccessible::queryAccessibleInterface(&table);
        QCOMPARE(accessible->role(), QAccessible::Table);
        QCOMPARE(
            names(*accessible),
            QStringList({"mean kept: simulated 69.9980 plus or minus 0.0051, theory 70, agrees",
                         "goodness of fit: p equals 0.00031, differs"}));
        for (int i = 0; i < 2; ++i) {
            auto* row = accessible->child(i);
            QCOMPARE(row->role(), QAccessible::Row);
            QCOMPARE(row->parent()->object(), &table);
            QCOMPARE(accessible->indexOfChild(row), i);
            QVERIFY(accessible->rect().contains(row->rect()));
            const QPoint centre = row->rect().center();
            QCOMPARE(accessible->childAt(centre.x(), centre.y()), row);
        }
        QVERIFY(!accessible->child(2) && !accessible->child(-1));
    }

    void rowsFollowTheVerdicts() {
        VerdictTable table(Theme::of(ThemeChoice::light));
        table.setVerdicts(verdicts());
        const auto* accessible = QAccessible::queryAccessibleInterface(&table);
        auto* second = accessible->child(1);
        table.setVerdicts({verdicts().front()});
        QCOMPARE(accessible->childCount(), 1);
        QVERIFY(!second->isValid());
        QCOMPARE(second->text(QAccessible::Name), QString());
        QVERIFY(second->rect().isEmpty());
        table.setVerdicts(verdicts());
        QVERIFY(second->isValid());
    }

    void aHiddenLawIsNotTold() {
        VerdictTable table(Theme::of(ThemeChoice::light));
        table.setLawHidden(true);
        table.setVerdicts(verdicts());
        const VerdictRow& mean = table.rows()[0];
        QCOMPARE(mean.simulated, std::string("–"));
        QCOMPARE(mean.theory, std::string("–"));
        QCOMPARE(mean.z, std::string("–"));
        QCOMPARE(mean.word, std::string("hidden"));
        QVERIFY(mean.note.empty());
        QCOMPARE(table.rows()[1].simulated, std::string("–"));
        const auto* accessible = QAccessible::queryAccessibleInterface(&table);
        QCOMPARE(names(*accessible), QStringList({"mean kept: hidden", "goodness of fit: hidden"}));
        QVERIFY(!table.accessibleDescription().contains("70,"));
        table.setLawHidden(false);
        QCOMPARE(table.rows()[0].word, std::string("agrees"));
        QVERIFY(table.accessibleDescription().contains("differs"));
    }

    void aHiddenTablesPictureDoesNotDependOnTheory() {
        std::vector<Verdict> others = verdicts();
        others[0].expected = 50;
        others[1].pValue = 0.9;
        others[1].measured = 30;
        QImage pictures[2];
        for (int i = 0; i < 2; ++i) {
            VerdictTable table(Theme::of(ThemeChoice::dark));
            table.setLawHidden(true);
            table.setVerdicts(i == 0 ? verdicts() : others);
            table.resize(700, table.neededHeight());
            pictures[i] = table.grab().toImage();
        }
        QCOMPARE(pictures[0], pictures[1]);
    }
};

QTEST_MAIN(TestVerdictTable)
#include "tst_verdict_table.moc"
