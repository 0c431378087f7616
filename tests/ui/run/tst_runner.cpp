#include "tests/support/fastest.h"
#include "tests/ui/run/runner_log.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;
using namespace plumbline::testing;
using namespace std::chrono_literals;

class TestRunner : public QObject {
    Q_OBJECT

  private slots:
    void aRunEndsWithTheReportOfAStraightRun() {
        const SampleLab lab(slow(200us));
        Runner runner;
        Log log(runner);
        const RunRequest request = requestOf(lab, 0.3, 5000);
        runner.start(request);
        QTRY_COMPARE(log.finished, 1);
        QVERIFY(equal(log.last(), lab.straightRun(request.parameters, 7, 5000)));
        QVERIFY(log.rates.back() > 0);
        QVERIFY(runner.isFinished());
    }

    void theFirstReportComesLongBeforeTheEnd() {
        const SampleLab lab(slow(1ms));
        Runner runner;
        Log log(runner);
        QElapsedTimer timer;
        timer.start();
        runner.start(requestOf(lab, 0.3, 1'000'000));
        QTRY_VERIFY(!log.reports.empty());
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(log.reports.front()->trials < 100'000);
        QCOMPARE(log.reports.front()->plannedTrials, std::int64_t{1'000'000});
    }

    void trialsOnlyGrowWithinARun() {
        const SampleLab lab(slow(500us));
        Runner runner;
        Log log(runner);
        runner.start(requestOf(lab, 0.3, 20'000));
        QTRY_COMPARE(log.finished, 1);
        for (std::size_t i = 1; i < log.reports.size(); ++i)
            QVERIFY(log.reports[i]->trials >= log.reports[i - 1]->trials);
        QCOMPARE(log.last().trials, std::int64_t{20'000});
    }

    void reportsComeAtMostOnceAFrame() {
        const SampleLab lab(slow(100us, 10));
        Runner runner;
        Log log(runner);
        runner.start(requestOf(lab, 0.3, 1'000'000));
        QElapsedTimer timer;
        timer.start();
        QTest::qWait(400);
        // Two more than the frames of that time: the first report and the edges.
        const auto frames = static_cast<std::size_t>(timer.elapsed() / 16 + 2);
        QVERIFY2(log.reports.size() <= frames, qPrintable(QString::number(log.reports.size())));
        QVERIFY(log.reports.size() >= 3);
    }

    void reportsOfAnOlderRequestAreNeverShown() {
        const SampleLab lab(slow(300us));
        Runner runner;
        double newest = 0;
        bool stale = false;
        connect(&runner, &Runner::reportReady,
                [&](const std::shared_ptr<const Report>& report, double) {
                    stale = stale || report->parameters.real("p") != newest;
                });
        for (int i = 1; i <= 40; ++i) {
            newest = i / 100.0;
            runner.start(requestOf(lab, newest, 100'000));
            QTest::qWait(i % 7);
        }
        QTest::qWait(100);
        QVERIFY(!stale);
    }

    void aStreamOfChangesRunsTheLastOneAndStillShowsPictures() {
        const SampleLab lab(slow(2ms));
        Runner runner;
        Log log(runner);
        for (int i = 1; i <= 60; ++i) {
            runner.startSoon(requestOf(lab, i / 100.0, 1'000'000));
            QTest::qWait(4);
        }
        // About 240 ms of dragging: pictures were shown on the way, and far fewer runs than
        // changes.
        QVERIFY2(log.reports.size() >= 4, qPrintable(QString::number(log.reports.size())));
        QVERIFY2(lab.starts() < 40, qPrintable(QString::number(lab.starts())));
        QTRY_COMPARE(log.last().parameters.real("p"), 0.6);
    }

    void changesWithinOneTurnOfTheEventLoopStartFewRuns() {
        const SampleLab lab;
        Runner runner;
        Log log(runner);
        for (int i = 1; i <= 99; ++i)
            runner.startSoon(requestOf(lab, i / 100.0, 1000));
        QTRY_VERIFY(!log.reports.empty() && log.last().parameters.real("p") == 0.99);
        QTRY_COMPARE(log.last().trials, std::int64_t{1000});
        QVERIFY(lab.starts() <= 2);
    }

    void pauseKeepsTheRunAndResumeEndsItAsIfNothingHappened() {
        const SampleLab lab(slow(500us));
        Runner runner;
        Log log(runner);
        const RunRequest request = requestOf(lab, 0.3, 30'000);
        runner.start(request);
        QTRY_VERIFY(!log.reports.empty());
        runner.pause();
        QVERIFY(runner.isPaused());
        QTest::qWait(80);
        const std::int64_t atPause = log.last().trials;
        QVERIFY(atPause < 30'000);
        QTest::qWait(120);
        QCOMPARE(log.last().trials, atPause);
        runner.resume();
        QTRY_COMPARE(log.finished, 1);
        QVERIFY(equal(log.last(), lab.straightRun(request.parameters, 7, 30'000)));
        QCOMPARE(lab.starts(), 1);
    }

    void aPausedRunnerStillShowsTheFirstPictureOfANewRequest() {
        const SampleLab lab(slow(500us));
        Runner runner;
        Log log(runner);
        runner.pause();
        runner.startSoon(requestOf(lab, 0.45, 1'000'000));
        QTRY_VERIFY(!log.reports.empty());
        QCOMPARE(log.last().parameters.real("p"), 0.45);
        QTest::qWait(60);
        QVERIFY(log.last().trials < 100'000);
    }

    void replayGivesTheSameReportAgain() {
        const SampleLab lab(slow(100us));
        Runner runner;
        Log log(runner);
        runner.start(requestOf(lab, 0.3, 4000));
        QTRY_COMPARE(log.finished, 1);
        const auto first = log.reports.back();
        runner.replay();
        QTRY_COMPARE(log.finished, 2);
        QVERIFY(log.reports.back() != first);
        QVERIFY(equal(log.last(), *first));
        QCOMPARE(lab.starts(), 2);
    }

    void anotherSeedGivesOtherCounts() {
        const SampleLab lab;
        Runner runner;
        Log log(runner);
        runner.start(requestOf(lab, 0.3, 4000, 7));
        QTRY_COMPARE(log.finished, 1);
        const auto first = log.reports.back();
        runner.start(requestOf(lab, 0.3, 4000, 8));
        QTRY_COMPARE(log.finished, 2);
        QVERIFY(log.last().figures.front() != first->figures.front());
    }

    void aPlanThatFollowsAnUnbegunRequestBelongsToThatRequest() {
        const SampleLab lab(slow(5ms));
        Runner runner;
        Log log(runner);
        runner.start(requestOf(lab, 0.1, 1'000'000));
        QTRY_VERIFY(!log.reports.empty());
        runner.start(requestOf(lab, 0.2, 1'000'000));
        runner.setPlannedTrials(300);
        QTRY_COMPARE(log.finished, 1);
        QCOMPARE(log.last().parameters.real("p"), 0.2);
        QCOMPARE(log.last().trials, std::int64_t{300});
    }

    void aNewRequestCancelsWithinTheTimeOfAChunk() {
        const SampleLab lab(slow(20ms, 10));
        Runner runner;
        Log log(runner);
        const auto shown = [&](double p) {
            return !log.reports.empty() && log.last().parameters.real("p") == p;
        };
        const qint64 milliseconds = fastest(
            5,
            [&] {
                runner.start(requestOf(lab, 0.1, 1'000'000));
                QVERIFY(QTest::qWaitFor([&] { return shown(0.1); }));
            },
            [&] {
                runner.start(requestOf(lab, 0.2, 1'000'000));
                QVERIFY(QTest::qWaitFor([&] { return shown(0.2); }));
            });
        // One chunk to stop, one of the new run, and the polling of this test.
        QVERIFY2(milliseconds < 80, qPrintable(QString::number(milliseconds)));
    }

    void whatTheLabThrowsBecomesAnError_data() {
        QTest::addColumn<bool>("atStart");
        QTest::newRow("at the start") << true;
        QTest::newRow("while advancing") << false;
    }
    void whatTheLabThrowsBecomesAnError() {
        QFETCH(bool, atStart);
        SampleLab::Behaviour behaviour;
        behaviour.throwsAtStart = atStart;
        behaviour.throwsAt = 2000;
        const SampleLab faulty(behaviour);
        const SampleLab sound;
        Runner runner;
        Log log(runner);
        runner.start(requestOf(faulty, 0.3, 100'000));
        QTRY_COMPARE(log.errors.size(), 1);
        QVERIFY(log.errors.first().contains(QStringLiteral("the sample lab")));
        QCOMPARE(log.finished, 0);
        runner.start(requestOf(sound, 0.3, 1000));
        QTRY_COMPARE(log.finished, 1);
    }

    void destroyingItMidRunJoinsSoon() {
        const SampleLab lab(slow(20ms, 10));
        std::unique_ptr<Runner> runner;
        const qint64 milliseconds = fastest(
            5,
            [&] {
                runner = std::make_unique<Runner>();
                const Log log(*runner);
                runner->start(requestOf(lab, 0.3, 1'000'000));
                QVERIFY(QTest::qWaitFor([&] { return !log.reports.empty(); }));
                runner->disconnect();
            },
            [&] { runner.reset(); });
        QVERIFY2(milliseconds < 50, qPrintable(QString::number(milliseconds)));
    }

    void afterStopNothingIsDelivered() {
        const SampleLab lab(slow(500us));
        Runner runner;
        Log log(runner);
        runner.start(requestOf(lab, 0.3, 1'000'000));
        QTRY_VERIFY(!log.reports.empty());
        runner.stop();
        const std::size_t shown = log.reports.size();
        QTest::qWait(80);
        QCOMPARE(log.reports.size(), shown);
    }
};

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
