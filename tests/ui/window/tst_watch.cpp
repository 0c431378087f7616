#include "core/labs/kept_units/kept_units.h"
#include "tests/support/sample_lab.h"
#include "ui/charts/figure_view.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/number_box.h"
#include "ui/controls/number_control.h"
#include "ui/controls/parameter_panel.h"
#include "ui/controls/run_panel.h"
#include "ui/controls/slider.h"
#include "ui/controls/step_controls.h"
#include "ui/window/falling_counts.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"
#include "ui/window/status_strip.h"
#include "ui/window/top_bar.h"
#include "ui/window/watch.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

class TestWatch : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    std::unique_ptr<MainWindow> m_window;

    void open(const Lab& lab) {
        m_window = std::make_unique<MainWindow>(std::vector<const Lab*>{&lab});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->runner().isFinished());
    }
    void openWith(const Lab& lab, std::int64_t trials) {
        Scene scene = defaultScene(lab);
        scene.trials = trials;
        m_window = std::make_unique<MainWindow>(std::vector<const Lab*>{&lab}, scene);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->runner().isFinished());
    }

    const Report& report() { return *m_window->reportPage()->report(); }
    StepControls* steps() { return m_window->labPanel()->runPanel()->steps(); }
    FallingCounts* falling() { return m_window->findChild<FallingCounts*>(); }
    QString note() { return m_window->statusStrip()->note()->text(); }
    QString state() { return m_window->statusStrip()->stateLabel()->text(); }
    QString maskTitle() { return m_window->reportPage()->figureView("mask")->accessibleName(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(m_window.get(), key, modifiers);
    }

  private slots:
    void cleanup() { m_window.reset(); }

    void drawsComeSlowlyFirstAndAtFullSpeedWithinFifteenSeconds() {
        const auto beats = watchBeats();
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(beats[i].trials, std::int64_t{1});
        QCOMPARE(beats.front().milliseconds, 900);
        int sum = 0;
        for (std::size_t i = 0; i < beats.size(); ++i) {
            sum += beats[i].milliseconds;
            if (i > 0)
                QVERIFY(beats[i].trials >= beats[i - 1].trials);
        }
        QVERIFY2(sum <= 15'000, qPrintable(QString::number(sum)));
    }

    void watchingBeginsWithTheFirstTrialAndShowsEachDraw() {
        open(m_lab);
        QTest::mouseClick(steps()->watchButton(), Qt::LeftButton);
        QTRY_COMPARE(report().trials, std::int64_t{0});
        QCOMPARE(state(), QStringLiteral("watching"));
        QCOMPARE(m_window->topBar()->runButton()->text(), QStringLiteral("Pause"));
        for (std::int64_t trial = 0; trial < 3; ++trial) {
            const QString title = QStringLiteral("Trial %1").arg(trial);
            QTRY_COMPARE(maskTitle(), title);
            QVERIFY2(note().startsWith(title + QStringLiteral(": ")), qPrintable(note()));
            // Counted when it has landed, not before.
            QVERIFY(falling()->isFalling());
            QCOMPARE(report().trials, trial);
            QTRY_COMPARE(report().trials, trial + 1);
            QVERIFY(!falling()->isFalling());
            QCOMPARE(maskTitle(), title);
        }
    }

    void theSpaceBarHoldsAndContinuesIt() {
        open(m_lab);
        press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(steps()->watchButton()->isChecked());
        QTRY_COMPARE(report().trials, std::int64_t{2});
        press(Qt::Key_Space);
        QCOMPARE(state(), QStringLiteral("paused"));
        QTest::qWait(1200);
        QCOMPARE(report().trials, std::int64_t{2});
        QVERIFY(m_window->watch()->isOn());
        press(Qt::Key_Space);
        QTRY_COMPARE(report().trials, std::int64_t{3});
    }

    void leavingItStaysWhereItIsAndTheRunEndsAsEver() {
        open(m_lab);
        const auto straight = m_window->reportPage()->report();
        QTest::mouseClick(steps()->watchButton(), Qt::LeftButton);
        QTRY_COMPARE(report().trials, std::int64_t{1});
        QTest::mouseClick(steps()->watchButton(), Qt::LeftButton);
        QVERIFY(!m_window->watch()->isOn() && m_window->runner().isPaused());
        QTest::qWait(1000);
        QCOMPARE(report().trials, std::int64_t{1});
        press(Qt::Key_Space);
        QTRY_VERIFY(m_window->runner().isFinished());
        QVERIFY(report().figures == straight->figures);
        QCOMPARE(maskTitle(), QStringLiteral("One mask"));
    }

    void replayBeginsSlowlyAgain() {
        open(m_lab);
        QTest::mouseClick(steps()->watchButton(), Qt::LeftButton);
        QTRY_COMPARE(report().trials, std::int64_t{2});
        press(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(report().trials, std::int64_t{0});
        QVERIFY(m_window->watch()->isPlaying());
        QTRY_COMPARE(report().trials, std::int64_t{1});
    }

    void anotherParameterIsWatchedFromItsFirstTrial() {
        open(m_lab);
        QTest::mouseClick(steps()->watchButton(), Qt::LeftButton);
        QTRY_COMPARE(report().trials, std::int64_t{1});
        auto* control =
            qobject_cast<NumberControl*>(m_window->labPanel()->parameterPanel()->control("p"));
        control->slider()->setFocus();
        QTest::keyClick(control->slider(), Qt::Key_End);
        QTRY_COMPARE(report().parameters.real("p"), 1.0);
        QCOMPARE(report().trials, std::int64_t{0});
        QTRY_COMPARE(report().trials, std::int64_t{1});
    }

    void itEndsWithTheRun() {
        openWith(m_lab, 3);
        const auto straight = m_window->reportPage()->report();
        QTest::mouseClick(steps()->watchButton(), Qt::LeftButton);
        QTRY_COMPARE(report().trials, std::int64_t{0});
        QTRY_VERIFY(m_window->runner().isFinished());
        QVERIFY(!m_window->watch()->isOn() && !steps()->watchButton()->isChecked());
        QTRY_COMPARE(report().trials, std::int64_t{3});
        QVERIFY(report().figures == straight->figures);
        QVERIFY(state().startsWith(QStringLiteral("done")));
    }

    void aRunWithoutSingleDrawsSaysSo() {
        SampleLab::Behaviour behaviour;
        behaviour.showsTrials = false;
        const SampleLab lab(behaviour);
        open(lab);
        QVERIFY(!steps()->watchButton()->isEnabled());
        QVERIFY(steps()->watchButton()->toolTip().contains(QStringLiteral("told to hide")));
        m_window.reset();
    }

    void anotherLabOrSceneIsNotWatched() {
        open(m_lab);
        QTest::mouseClick(steps()->watchButton(), Qt::LeftButton);
        QTRY_VERIFY(falling()->isFalling());
        Scene scene = defaultScene(m_lab);
        scene.parameters.set("p", 0.6);
        m_window->openScene(scene);
        QVERIFY(!m_window->watch()->isOn() && !m_window->runner().isPaused());
        QTRY_VERIFY(m_window->runner().isFinished());
        QTRY_COMPARE(report().trials, scene.trials);
        QCOMPARE(report().parameters.real("p"), 0.6);
    }

    void closingWhileACountFallsIsSafe_data() {
        QTest::addColumn<bool>("closedFirst");
        QTest::newRow("closed") << true;
        QTest::newRow("destroyed while open") << false;
    }
    void closingWhileACountFallsIsSafe() {
        QFETCH(bool, closedFirst);
        open(m_lab);
        QTest::mouseClick(steps()->watchButton(), Qt::LeftButton);
        QTRY_VERIFY(falling()->isFalling());
        if (closedFirst)
            m_window->close();
        m_window.reset();
    }

    void keysStepRewindAndChooseTheSize() {
        open(m_lab);
        press(Qt::Key_BracketRight);
        QVERIFY2(note().contains(QStringLiteral("rewind")), qPrintable(note()));
        press(Qt::Key_BracketLeft);
        QTRY_COMPARE(report().trials, std::int64_t{0});
        QCOMPARE(state(), QStringLiteral("paused"));
        press(Qt::Key_BracketRight);
        QTRY_COMPARE(report().trials, std::int64_t{1});
        press(Qt::Key_BracketRight, Qt::ControlModifier);
        press(Qt::Key_BracketRight, Qt::ControlModifier);
        QCOMPARE(steps()->stepSize(), std::int64_t{100});
        auto* box = m_window->labPanel()->runPanel()->trials();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_BracketRight);
        QTRY_COMPARE(report().trials, std::int64_t{101});
        QCOMPARE(box->text(), QStringLiteral("20,000"));
        press(Qt::Key_BracketLeft, Qt::ControlModifier);
        QTest::mouseClick(steps()->stepButton(), Qt::LeftButton);
        QTRY_COMPARE(report().trials, std::int64_t{111});
        press(Qt::Key_Space);
        QTRY_VERIFY(m_window->runner().isFinished());
    }

    void fewerTrialsThanAreDoneAreExplainedAndKeepTheScene() {
        open(m_lab);
        auto* box = m_window->labPanel()->runPanel()->trials();
        const int starts = m_lab.starts();
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("500"));
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(note().contains(QStringLiteral("20,000 trials are done and stay")));
        QTRY_VERIFY(m_window->runner().isFinished());
        QCOMPARE(report().trials, std::int64_t{20'000});
        QCOMPARE(report().plannedTrials, std::int64_t{20'000});
        QCOMPARE(m_lab.starts(), starts);
        // What restores this screen has the trials that are on show.
        QCOMPARE(m_window->scene().trials, std::int64_t{20'000});
        press(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(report().trials, std::int64_t{500});
        QCOMPARE(m_window->scene().trials, std::int64_t{500});
    }

    void aRestartByTheTargetIsExplained() {
        openWith(keptUnitsLab(), 1000);
        auto* box = m_window->labPanel()->runPanel()->trials();
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("1e12"));
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(note(), QStringLiteral("restarted: the sampling changed to histogram"));
        QTRY_VERIFY(!steps()->watchButton()->isEnabled());
        m_window.reset();
    }
};

QTEST_MAIN(TestWatch)
#include "tst_watch.moc"
