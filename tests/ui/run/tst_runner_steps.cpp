#include "core/labs/kept_units/kept_units.h"
#include "tests/support/fastest.h"
#include "tests/ui/run/runner_log.h"

#include <QSignalSpy>
#include <QTest>

using namespace plumbline;
using namespace plumbline::testing;
using namespace std::chrono_literals;

/// Steps, changes of the plan and complete reports: what happens to a run under way.
class TestRunnerSteps : public QObject {
    Q_OBJECT

  private:
    static void startPaused(Runner& runner, const Log& log, RunRequest request) {
        request.startsEmpty = true;
        runner.pause();
        runner.start(request);
        QTRY_VERIFY(!log.reports.empty());
        QCOMPARE(log.last().trials, std::int64_t{0});
    }

  private slots:
    void aStepAddsExactlySoManyTrials() {
        const SampleLab lab(slow(0us, 7));
        Runner runner;
        const Log log(runner);
        startPaused(runner, log, requestOf(lab, 0.3, 100'000));
        std::int64_t sum = 0;
        for (const std::int64_t trials : {1, 1, 10, 100, 33, 1000}) {
            runner.step(trials);
            sum += trials;
            QTRY_COMPARE(log.last().trials, sum);
            QTRY_VERIFY(!runner.isStepping());
        }
        QVERIFY(runner.isPaused());
        QTest::qWait(40);
        QCOMPARE(log.last().trials, sum);
        QCOMPARE(log.finished, 0);
    }

    void aStepPausesARunUnderWay() {
        const SampleLab lab(slow(1ms));
        Runner runner;
        const Log log(runner);
        runner.start(requestOf(lab, 0.3, 1'000'000));
        QTRY_VERIFY(!log.reports.empty());
        runner.step(3);
        QVERIFY(runner.isPaused());
        QTRY_VERIFY(!runner.isStepping());
        QCOMPARE(log.drawn.size(), std::size_t{3});
        QCOMPARE(log.drawn.back().trial, log.last().trials - 1);
    }

    void aSteppedRunEndsAsAStraightRun() {
        const SampleLab lab(slow(0us, 7));
        Runner runner;
        const Log log(runner);
        const RunRequest request = requestOf(lab, 0.3, 3000);
        startPaused(runner, log, request);
        for (const std::int64_t trials : {1, 10, 500}) {
            runner.step(trials);
            QTRY_VERIFY(!runner.isStepping());
        }
        QVERIFY(equal(log.last(), [&] {
            Report straight = lab.straightRun(request.parameters, 7, 511);
            straight.plannedTrials = 3000;
            return straight;
        }()));
        runner.resume();
        QTRY_COMPARE(log.finished, 1);
        QVERIFY(equal(log.last(), lab.straightRun(request.parameters, 7, 3000)));
        QCOMPARE(lab.starts(), 1);
    }

    void stepsAddUp() {
        const SampleLab lab(slow(2ms, 10));
        Runner runner;
        const Log log(runner);
        startPaused(runner, log, requestOf(lab, 0.3, 100'000));
        for (int i = 0; i < 20; ++i) {
            runner.step(i + 1);
            QTest::qWait(i % 3);
        }
        QTRY_VERIFY(!runner.isStepping());
        QCOMPARE(log.last().trials, std::int64_t{210});
    }

    void aStepEndsAtThePlanAndAFinishedRunTakesNone() {
        const SampleLab lab;
        Runner runner;
        const Log log(runner);
        startPaused(runner, log, requestOf(lab, 0.3, 120));
        runner.step(1'000'000'000'000);
        QTRY_COMPARE(log.finished, 1);
        QCOMPARE(log.last().trials, std::int64_t{120});
        QVERIFY(!runner.isStepping());
        const std::size_t shown = log.reports.size();
        runner.step(1);
        QVERIFY(!runner.isStepping());
        QTest::qWait(30);
        QCOMPARE(log.reports.size(), shown);
        QCOMPARE(log.finished, 1);
    }

    void aStepWithoutARunDoesNothing() {
        Runner runner;
        runner.step(10);
        QVERIFY(!runner.isStepping() && !runner.isPaused());
    }

    void aStepBelongsToTheRequestThatStillWaits() {
        const SampleLab lab(slow(2ms));
        Runner runner;
        const Log log(runner);
        startPaused(runner, log, requestOf(lab, 0.1, 100'000));
        for (const double p : {0.2, 0.3}) {
            RunRequest request = requestOf(lab, p, 100'000);
            request.startsEmpty = true;
            runner.startSoon(request);
        }
        runner.step(5);
        QTRY_VERIFY(!runner.isStepping());
        QCOMPARE(log.last().parameters.real("p"), 0.3);
        QCOMPARE(log.last().trials, std::int64_t{5});
    }

    void smallStepsShowTheirTrials() {
        const SampleLab lab;
        Runner runner;
        const Log log(runner);
        startPaused(runner, log, requestOf(lab, 0.3, 1000));
        const auto stepped = [&](std::int64_t trials) {
            runner.step(trials);
            QTRY_VERIFY(!runner.isStepping());
        };
        stepped(1);
        stepped(kMostDrawnTrials);
        QCOMPARE(log.drawn.size(), static_cast<std::size_t>(1 + kMostDrawnTrials));
        std::vector<double> counts(41);
        for (std::size_t i = 0; i < log.drawn.size(); ++i) {
            QCOMPARE(log.drawn[i].trial, static_cast<std::int64_t>(i));
            ++counts.at(static_cast<std::size_t>(log.drawn[i].x));
        }
        const auto& bars = std::get<Histogram>(log.last().figures.front().content).simulated;
        for (std::size_t i = 0; i < bars.x.size(); ++i)
            QVERIFY(std::abs(bars.y[i] * 51 - counts.at(static_cast<std::size_t>(bars.x[i]))) <
                    1e-9);
        stepped(kMostDrawnTrials + 1);
        QCOMPARE(log.drawn.size(), static_cast<std::size_t>(1 + kMostDrawnTrials));
    }

    void trialsThatTheLabHidesAreNotDrawn() {
        SampleLab::Behaviour behaviour;
        behaviour.showsTrials = false;
        const SampleLab lab(behaviour);
        Runner runner;
        const Log log(runner);
        startPaused(runner, log, requestOf(lab, 0.3, 1000));
        QVERIFY(runner.hiddenReason().contains(QStringLiteral("told to hide")));
        runner.step(1);
        QTRY_VERIFY(!runner.isStepping());
        QVERIFY(log.drawn.empty());
        QCOMPARE(log.last().trials, std::int64_t{1});
    }

    void aHugeStepReportsOnTheWayAndIsCancelledSoon_data() {
        QTest::addColumn<QString>("by");
        for (const char* by : {"pause", "resume and pause", "stop", "another request"})
            QTest::newRow(by) << by;
    }
    void aHugeStepReportsOnTheWayAndIsCancelledSoon() {
        QFETCH(QString, by);
        const SampleLab lab(slow(5ms));
        Runner runner;
        Log log(runner);
        const auto idle = [&] { // answers when the worker has no older work
            const std::size_t before = log.complete.size();
            runner.requestComplete();
            return QTest::qWaitFor([&] { return log.complete.size() > before; });
        };
        const qint64 milliseconds = fastest(
            5,
            [&] {
                log.reports.clear();
                startPaused(runner, log, requestOf(lab, 0.3, 1'000'000'000));
                runner.step(1'000'000'000);
                QTRY_VERIFY(log.reports.size() > 3);
                QVERIFY(runner.isStepping());
            },
            [&] {
                if (by == QStringLiteral("pause"))
                    runner.pause();
                else if (by == QStringLiteral("stop"))
                    runner.stop();
                else if (by == QStringLiteral("another request"))
                    runner.start(requestOf(lab, 0.4, 100));
                else
                    runner.resume(), runner.pause();
                QVERIFY(!runner.isStepping());
                if (runner.request())
                    QVERIFY(idle());
            });
        QVERIFY2(milliseconds < 50, qPrintable(QString::number(milliseconds)));
        QTest::qWait(30);
        const std::size_t shown = log.reports.size();
        QTest::qWait(60);
        QCOMPARE(log.reports.size(), shown);
    }

    void destroyingItMidStepJoinsSoon() {
        const SampleLab lab(slow(20ms, 10));
        std::unique_ptr<Runner> runner;
        const qint64 milliseconds = fastest(
            5,
            [&] {
                runner = std::make_unique<Runner>();
                const Log log(*runner);
                startPaused(*runner, log, requestOf(lab, 0.3, 1'000'000));
                runner->step(1'000'000);
                QTRY_VERIFY(log.reports.size() > 1);
                runner->disconnect();
            },
            [&] { runner.reset(); });
        QVERIFY2(milliseconds < 50, qPrintable(QString::number(milliseconds)));
    }

    void moreTrialsContinueTheRun() {
        const SampleLab lab;
        Runner runner;
        const Log log(runner);
        const RunRequest request = requestOf(lab, 0.3, 2000);
        runner.start(request);
        QTRY_COMPARE(log.finished, 1);
        runner.setPlannedTrials(6000);
        QVERIFY(!runner.isFinished());
        QTRY_COMPARE(log.finished, 2);
        QCOMPARE(lab.starts(), 1);
        QVERIFY(equal(log.last(), lab.straightRun(request.parameters, 7, 6000)));
    }

    void fewerTrialsThanAreDoneKeepWhatIsDone() {
        const SampleLab lab;
        Runner runner;
        const Log log(runner);
        const RunRequest request = requestOf(lab, 0.3, 6000);
        runner.start(request);
        QTRY_COMPARE(log.finished, 1);
        runner.setPlannedTrials(1000);
        QTRY_COMPARE(log.finished, 2);
        QCOMPARE(lab.starts(), 1);
        QVERIFY(equal(log.last(), lab.straightRun(request.parameters, 7, 6000)));
        runner.replay(); // begins anew with what was asked for
        QTRY_COMPARE(log.finished, 3);
        QVERIFY(equal(log.last(), lab.straightRun(request.parameters, 7, 1000)));
    }

    void fewerTrialsThanAreDoneCompleteAPausedRun() {
        const SampleLab lab;
        Runner runner;
        const Log log(runner);
        const RunRequest request = requestOf(lab, 0.3, 6000);
        startPaused(runner, log, request);
        runner.step(500);
        QTRY_VERIFY(!runner.isStepping());
        runner.setPlannedTrials(100);
        QTRY_VERIFY(runner.isFinished());
        QVERIFY(equal(log.last(), lab.straightRun(request.parameters, 7, 500)));
        runner.setPlannedTrials(700);
        QTRY_COMPARE(log.last().plannedTrials, std::int64_t{700});
        QVERIFY(!runner.isFinished() && runner.isPaused());
        runner.resume();
        QTRY_VERIFY(runner.isFinished());
        QVERIFY(equal(log.last(), lab.straightRun(request.parameters, 7, 700)));
        QCOMPARE(lab.starts(), 1);
    }

    void aPlanThatCannotContinueSaysWhyItRestarts() {
        Runner runner;
        const Log log(runner);
        RunRequest request = requestOf(keptUnitsLab(), 0.3, 1000);
        request.parameters.set("M", std::int64_t{1000});
        runner.start(request);
        QTRY_COMPARE(log.finished, 1);
        runner.setPlannedTrials(2'000'000);
        QTRY_COMPARE(log.last().plannedTrials, std::int64_t{2'000'000});
        QVERIFY(log.restarts.isEmpty());
        runner.pause();
        runner.setPlannedTrials(2'000'001);
        QTRY_COMPARE(log.restarts.size(), 1);
        QCOMPARE(log.restarts.first(), QStringLiteral("the sampling changed to counts"));
        QTRY_COMPARE(log.last().plannedTrials, std::int64_t{2'000'001});
    }

    void aStepSurvivesAChangeOfThePlan() {
        const SampleLab lab(slow(2ms, 10));
        Runner runner;
        const Log log(runner);
        startPaused(runner, log, requestOf(lab, 0.3, 100'000));
        runner.step(200);
        QTest::qWait(10);
        runner.setPlannedTrials(200'000);
        QTRY_VERIFY(!runner.isStepping());
        QCOMPARE(log.last().trials, std::int64_t{200});
    }

    void aCompleteReportDisturbsNothing() {
        Runner runner;
        const Log log(runner);
        const RunRequest request = requestOf(keptUnitsLab(), 0.3, 3'000'000);
        runner.start(request);
        for (int i = 0; i < 3; ++i) {
            const std::size_t before = log.complete.size();
            runner.requestComplete();
            QTRY_COMPARE(log.complete.size(), before + 1);
        }
        QTRY_COMPARE(log.finished, 1);
        runner.requestComplete();
        QTRY_COMPARE(log.complete.size(), std::size_t{4});
        const auto run = keptUnitsLab().start(request.parameters, 7, 3'000'000);
        run->advance(3'000'000, {});
        const Report straight = run->report(Detail::complete);
        QVERIFY(equal(*log.complete.back(), straight));
        QVERIFY(log.complete.back()->arrays == straight.arrays);
        QVERIFY(equal(log.last(), straight));
        QVERIFY(log.last().arrays.empty());
    }

    void aCompleteReportIsOfTheNewestRequest() {
        const SampleLab lab(slow(2ms));
        Runner runner;
        const Log log(runner);
        runner.requestComplete(); // no run: nothing to report
        runner.start(requestOf(lab, 0.1, 100'000));
        runner.requestComplete();
        runner.start(requestOf(lab, 0.2, 100'000));
        QTRY_VERIFY(!log.complete.empty());
        QCOMPARE(log.complete.front()->parameters.real("p"), 0.2);
        runner.stop();
        runner.requestComplete();
        QTest::qWait(30);
        QCOMPARE(log.complete.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestRunnerSteps)
#include "tst_runner_steps.moc"
