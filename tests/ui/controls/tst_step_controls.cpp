#include "ui/controls/appearance.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/step_controls.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

class TestStepControls : public QObject {
    Q_OBJECT

  private slots:
    void sizesGoFromOneToAMillion() {
        StepControls controls;
        QCOMPARE(controls.stepSize(), std::int64_t{1});
        controls.changeStepSize(-1);
        QCOMPARE(controls.stepSize(), std::int64_t{1});
        std::int64_t size = 1;
        for (int i = 0; i < 6; ++i, size *= 10) {
            QCOMPARE(controls.stepSize(), size);
            controls.changeStepSize(1);
        }
        controls.changeStepSize(1);
        QCOMPARE(controls.stepSize(), std::int64_t{1'000'000});
        QCOMPARE(controls.sizes()->currentText(), QStringLiteral("1,000,000"));
    }

    void buttonsAskForAStepAndForWatching() {
        StepControls controls;
        QSignalSpy steps(&controls, &StepControls::stepRequested);
        QSignalSpy watches(&controls, &StepControls::watchToggled);
        QTest::mouseClick(controls.stepButton(), Qt::LeftButton);
        QCOMPARE(steps.count(), 1);
        QTest::keyClick(controls.watchButton(), Qt::Key_Space);
        QTest::keyClick(controls.watchButton(), Qt::Key_Space);
        QCOMPARE(watches.count(), 2);
        QCOMPARE(watches.first().first().toBool(), true);
        QCOMPARE(watches.last().first().toBool(), false);
        controls.setWatching(true);
        QVERIFY(controls.watchButton()->isChecked());
        QCOMPARE(watches.count(), 2);
    }

    void whatCannotBeWatchedSaysWhy() {
        StepControls controls;
        const QString usual = controls.watchButton()->toolTip();
        controls.setHiddenReason(QStringLiteral("Nothing to see."));
        QVERIFY(!controls.watchButton()->isEnabled() && controls.stepButton()->isEnabled());
        QCOMPARE(controls.watchButton()->toolTip(), QStringLiteral("Nothing to see."));
        controls.setHiddenReason({});
        QVERIFY(controls.watchButton()->isEnabled());
        QCOMPARE(controls.watchButton()->toolTip(), usual);
    }

    void itFitsThePanel() {
        StepControls controls;
        applyTheme(controls, Theme::of(ThemeChoice::light));
        controls.ensurePolished();
        controls.changeStepSize(6);
        // 292 pixels without margins, the word "step" and a gap.
        QVERIFY2(controls.sizeHint().width() <= 292 - 32 - 36,
                 qPrintable(QString::number(controls.sizeHint().width())));
    }
};

QTEST_MAIN(TestStepControls)
#include "tst_step_controls.moc"
