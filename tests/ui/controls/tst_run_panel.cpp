#include "tests/support/sample_lab.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/number_box.h"
#include "ui/controls/run_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

class TestRunPanel : public QObject {
    Q_OBJECT

  private:
    static void type(NumberBox* box, const QString& text) {
        auto* edit = box->findChild<QLineEdit*>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

  private slots:
    void trialsTakeEveryWayOfWritingAMillion_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("1000000");
        QTest::newRow("commas") << QStringLiteral("1,000,000");
        QTest::newRow("exponent") << QStringLiteral("1e6");
    }
    void trialsTakeEveryWayOfWritingAMillion() {
        QFETCH(QString, text);
        RunPanel panel({});
        QSignalSpy edited(&panel, &RunPanel::trialsEdited);
        type(panel.trials(), text);
        QCOMPARE(edited.count(), 1); // nothing for "1", "10" and so on
        QCOMPARE(edited.last().at(0).toLongLong(), 1000000LL);
        QCOMPARE(panel.trials()->text(), QStringLiteral("1,000,000"));
    }

    void trialsOutsideTheirRangeAreRefusedInWords_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QStringLiteral("0");
        QTest::newRow("too many") << QStringLiteral("2e12");
        QTest::newRow("half") << QStringLiteral("0.5");
        QTest::newRow("words") << QStringLiteral("many");
    }
    void trialsOutsideTheirRangeAreRefusedInWords() {
        QFETCH(QString, text);
        RunPanel panel({});
        panel.setTrials(20);
        type(panel.trials(), text);
        const auto* problem = panel.findChild<QLabel*>(QStringLiteral("problem"));
        QVERIFY(!problem->isHidden());
        QVERIFY2(problem->text().contains(QStringLiteral("trials")), qPrintable(problem->text()));
        QCOMPARE(panel.trials()->text(), text);
    }

    void theLargestTrialsAndSeedAreExact() {
        RunPanel panel({});
        QSignalSpy seeds(&panel, &RunPanel::seedEdited);
        type(panel.trials(), QStringLiteral("1e12"));
        QCOMPARE(panel.trials()->value(), 1e12);
        type(panel.seed(), QStringLiteral("9007199254740991"));
        QCOMPARE(seeds.last().at(0).toULongLong(), 9007199254740991ULL);
    }

    void buttonsAskForNewSeedAndReplay() {
        RunPanel panel({});
        QSignalSpy seeds(&panel, &RunPanel::newSeedRequested);
        QSignalSpy replays(&panel, &RunPanel::replayRequested);
        QTest::mouseClick(panel.newSeedButton(), Qt::LeftButton);
        QTest::keyClick(panel.replayButton(), Qt::Key_Space);
        QCOMPARE(seeds.count(), 1);
        QCOMPARE(replays.count(), 1);
    }

    void choosingAPresetNamesIt() {
        const SampleLab lab;
        RunPanel panel(lab.description().presets);
        QSignalSpy chosen(&panel, &RunPanel::presetChosen);
        panel.presets()->setFocus();
        QTest::keyClick(panel.presets(), Qt::Key_Down);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.last().at(0).toString(), QStringLiteral("half"));
    }

};

QTEST_MAIN(TestRunPanel)
#include "tst_run_panel.moc"
