#include "core/labs/kept_units/kept_units.h"
#include "tests/support/fastest.h"
#include "tests/ui/run/runner_log.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::testing;

/// How soon real work gives way.
class TestRunWorker : public QObject {
    Q_OBJECT

  private:
    static void addWork() {
        QTest::addColumn<QString>("sampling");
        QTest::addColumn<QString>("units");
        QTest::addColumn<qint64>("layer"); // M, or lambda
        QTest::addColumn<qint64>("trials");
        const auto row = [](const char* name, const char* sampling, const char* units, double layer,
                            double trials) {
            QTest::newRow(name) << QString::fromLatin1(sampling) << QString::fromLatin1(units)
                                << static_cast<qint64>(layer) << static_cast<qint64>(trials);
        };
        row("masks of a million units", "masks", "fixed", 1e6, 1e7);
        row("masks of a billion units", "masks", "fixed", 1e9, 1e4);
        row("masks of random layers", "masks", "poisson", 1e6, 1e7);
        row("counts", "counts", "fixed", 1e9, 1e11);
        row("counts of random layers", "counts", "poisson", 1e6, 1e11);
        row("a histogram", "histogram", "fixed", 1e3, 1e12);
        row("a histogram of a billion units", "histogram", "fixed", 1e9, 1e12);
    }

    static RunRequest fetchedRequest() {
        QFETCH(QString, sampling);
        QFETCH(QString, units);
        QFETCH(qint64, layer);
        QFETCH(qint64, trials);
        RunRequest request = requestOf(keptUnitsLab(), 0.3, trials);
        request.parameters.set("sampling", sampling.toStdString());
        request.parameters.set("units", units.toStdString());
        if (units == QStringLiteral("fixed"))
            request.parameters.set("M", std::int64_t{layer});
        else
            request.parameters.set("lambda", static_cast<double>(layer));
        request.threads = backgroundThreads();
        return request;
    }

  private slots:
    void anotherRequestIsObeyedSoon_data() { addWork(); }
    void anotherRequestIsObeyedSoon() {
        const RunRequest request = fetchedRequest();
        const SampleLab quick;
        Runner runner;
        const Log log(runner);
        int round = 0;
        const qint64 milliseconds = fastest(
            6,
            [&] {
                const std::size_t shown = log.reports.size();
                runner.start(request);
                QTRY_VERIFY(log.reports.size() > shown);
                QTest::qWait(7 * ++round); // a chunk or a report, whatever is under way then
            },
            [&] {
                runner.start(requestOf(quick, 0.5, 10));
                QVERIFY(QTest::qWaitFor([&] { return log.last().lab == "sample"; }));
            });
        QVERIFY2(milliseconds < 50, qPrintable(QString::number(milliseconds)));
    }

    void closingWaitsForNothing_data() { addWork(); }
    void closingWaitsForNothing() {
        const RunRequest request = fetchedRequest();
        std::unique_ptr<Runner> runner;
        int round = 0;
        const qint64 milliseconds = fastest(
            6,
            [&] {
                runner = std::make_unique<Runner>();
                const Log log(*runner);
                runner->start(request);
                QTRY_VERIFY(!log.reports.empty());
                runner->disconnect();
                QTest::qWait(7 * ++round);
            },
            [&] { runner.reset(); });
        QVERIFY2(milliseconds < 50, qPrintable(QString::number(milliseconds)));
    }

    void fewTrialsAreReportedAsQuicklyAsMany() {
        // Goodness of fit goes by Monte Carlo here.
        const auto run = keptUnitsLab().start(
            [] {
                Parameters parameters(keptUnitsLab().description().parameters);
                parameters.set("M", std::int64_t{1'000'000'000});
                parameters.set("sampling", std::string("counts"));
                return parameters;
            }(),
            7, 1000);
        run->advance(5, {});
        const qint64 milliseconds = fastest(
            5, [] {}, [&] { QVERIFY(run->report(Detail::figures).trials == 5); });
        QVERIFY2(milliseconds < 25, qPrintable(QString::number(milliseconds)));
    }
};

QTEST_GUILESS_MAIN(TestRunWorker)
#include "tst_run_worker.moc"
