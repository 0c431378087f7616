#include "tests/ui/run/runner_log.h"

#include <QTest>

#include <random>

using namespace plumbline;
using namespace plumbline::testing;
using namespace std::chrono_literals;

namespace {

constexpr int kActions = 500;

/// Does whatever can be done to a runner, at random, and checks every report that comes.
class Schedule {
  public:
    Schedule(Runner& runner, const SampleLab& lab, unsigned seed)
        : m_runner(runner), m_lab(lab), m_random(seed) {
        QObject::connect(
            &runner, &Runner::reportReady,
            [this](const std::shared_ptr<const Report>& report, double) { check(*report); });
    }

    void act() {
        switch (pick(0, 9)) {
        case 0:
        case 1:
            m_runner.start(nextRequest());
            m_oldest = m_newest;
            m_trials = 0;
            m_running = true;
            break;
        case 2:
        case 3:
        case 4:
            m_runner.startSoon(nextRequest());
            m_running = true;
            break;
        case 5:
            m_runner.step(m_random() % 2 == 0 ? pick(1, 5) : pick(1, 100'000));
            break;
        case 6:
            m_runner.pause();
            break;
        case 7:
            m_runner.resume();
            break;
        case 8:
            m_runner.setPlannedTrials(pick(1, 20'000));
            break;
        default:
            if (pick(0, 4) == 0) {
                m_runner.stop();
                m_running = false;
            }
        }
        QTest::qWait(pick(0, 9) == 0 ? 15 : pick(0, 1));
    }

    RunRequest nextRequest() {
        ++m_newest;
        RunRequest request = requestOf(m_lab, m_newest / 1000.0, pick(100, 20'000));
        request.startsEmpty = m_random() % 3 == 0;
        return request;
    }

    int newest() const { return m_newest; }
    int reports() const { return m_reports; }
    const QStringList& faults() const { return m_faults; }

  private:
    int pick(int low, int high) { return std::uniform_int_distribution(low, high)(m_random); }

    void check(const Report& report) {
        ++m_reports;
        const int request = static_cast<int>(std::lround(report.parameters.real("p") * 1000));
        if (!m_running)
            m_faults << QStringLiteral("a report after stop()");
        if (request < m_oldest || request > m_newest)
            m_faults << QStringLiteral("a report of request %1 while %2 to %3 may be shown")
                            .arg(request)
                            .arg(m_oldest)
                            .arg(m_newest);
        if (request == m_oldest && report.trials < m_trials)
            m_faults << QStringLiteral("request %1 fell from %2 to %3 trials")
                            .arg(request)
                            .arg(m_trials)
                            .arg(report.trials);
        if (report.trials > report.plannedTrials)
            m_faults << QStringLiteral("more trials than planned");
        m_oldest = std::max(m_oldest, request);
        m_trials = report.trials;
    }

    Runner& m_runner;
    const SampleLab& m_lab;
    std::mt19937 m_random;
    int m_newest = 0;
    int m_oldest = 0; ///< what was shown or started last
    std::int64_t m_trials = 0;
    bool m_running = false;
    int m_reports = 0;
    QStringList m_faults;
};

} // namespace

/// Everything interleaved, as hands on a window do.
class TestRunnerSchedule : public QObject {
    Q_OBJECT

  private slots:
    void anyOrderOfActionsEndsWithTheLastRequestsStraightRun_data() {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {1U, 2U, 3U, 4U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyOrderOfActionsEndsWithTheLastRequestsStraightRun() {
        QFETCH(unsigned, seed);
        const SampleLab lab(slow(200us, 50));
        Runner runner;
        const Log log(runner);
        Schedule schedule(runner, lab, seed);
        for (int i = 0; i < kActions; ++i)
            schedule.act();
        runner.startSoon(schedule.nextRequest());
        runner.step(7);
        runner.resume();
        runner.setPlannedTrials(2500);
        QTRY_VERIFY(runner.isFinished());
        QVERIFY2(schedule.faults().isEmpty(), qPrintable(schedule.faults().join('\n')));
        QVERIFY2(schedule.reports() > 50, qPrintable(QString::number(schedule.reports())));
        const Report& last = log.last();
        QCOMPARE(last.parameters.real("p"), schedule.newest() / 1000.0);
        QVERIFY(last.trials >= 2500);
        QVERIFY(equal(last, lab.straightRun(last.parameters, 7, last.trials)));
        QVERIFY(log.errors.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunnerSchedule)
#include "tst_runner_schedule.moc"
