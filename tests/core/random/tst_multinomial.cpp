#include "core/distributions/binomial.h"
#include "core/random/multinomial.h"
#include "tests/support/goodness_of_fit.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

using namespace plumbline;

namespace {

std::int64_t total(std::span<const std::int64_t> counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

std::vector<double> keptLaw(std::int64_t units, double p) {
    return supportOf(Binomial::keptUnits(units, p)).pmf;
}

HistogramRun run(std::vector<double> pmf, std::uint64_t seed = 7) {
    return HistogramRun(seed, std::make_shared<const MultinomialLaw>(pmf));
}

std::vector<std::int64_t> copy(std::span<const std::int64_t> counts) {
    return {counts.begin(), counts.end()};
}

} // namespace

class MultinomialTest : public QObject {
    Q_OBJECT

  private slots:
    void checkpointsAreEighthsOfADecadeWithoutRepetition() {
        const auto checkpoints = histogramCheckpoints();
        const std::vector<std::int64_t> begin = {1, 2, 3, 4, 6, 7, 10, 13, 18, 24, 32, 42, 56, 75};
        QVERIFY(std::equal(begin.begin(), begin.end(), checkpoints.begin()));
        QCOMPARE(checkpoints.size(), std::size_t{95});
        QCOMPARE(checkpoints[checkpoints.size() - 2], 749'894'209'332);
        QCOMPARE(checkpoints.back(), 1'000'000'000'000);
        QVERIFY(std::ranges::is_sorted(checkpoints));
    }

    void fewDrawsAreTheSameCellByCell() {
        const std::vector<double> pmf = keptLaw(1000, 0.3);
        const MultinomialLaw law(pmf);
        Stream counting({5, Role::calibration, 1});
        Stream listing({5, Role::calibration, 1});
        std::vector<std::int64_t> counts(law.cells());
        law.draw(counting, 40, counts);
        std::vector<std::int64_t> drawn(40);
        law.drawCells(listing, drawn);
        for (const std::int64_t cell : drawn)
            --counts.at(static_cast<std::size_t>(cell));
        QVERIFY(std::ranges::all_of(counts, [](std::int64_t count) { return count == 0; }));
    }

    void drawsAddUpToTheirNumber() {
        const std::vector<double> pmf = keptLaw(1000, 0.3);
        const MultinomialLaw law(pmf);
        Stream stream({1, Role::histogram, 0});
        for (const std::int64_t n : {0LL, 1LL, 100LL, 1239LL, 5000LL, 1'000'000'000'000LL}) {
            std::vector<std::int64_t> counts(law.cells());
            law.draw(stream, n, counts);
            QCOMPARE(total(counts), n);
        }
    }

    void cellsOfNoProbabilityStayEmpty() {
        const MultinomialLaw law(std::vector<double>{0, 0.5, 0, 0.5, 0});
        for (const std::int64_t n : {10, 1'000'000}) {
            Stream stream({1, Role::histogram, 0});
            std::vector<std::int64_t> counts(5);
            law.draw(stream, n, counts);
            QCOMPARE(counts[0] + counts[2] + counts[4], 0);
            QCOMPARE(total(counts), n);
        }
    }

    void histogramsFitTheirLaw_data() {
        QTest::addColumn<qint64>("trials");
        QTest::newRow("one by one") << qint64{1000};
        QTest::newRow("ten thousand") << qint64{10'000};
        QTest::newRow("partial increment") << qint64{1'234'567};
        QTest::newRow("10^9") << qint64{1'000'000'000};
        QTest::newRow("10^12") << qint64{1'000'000'000'000};
    }

    /// A p-value below 10^-6 fails by chance in 1 of 10^6 seeds a row; one above 1 - 10^-6 would
    /// say that cells vary too little.
    void histogramsFitTheirLaw() {
        QFETCH(qint64, trials);
        const std::vector<double> pmf = keptLaw(1000, 0.3);
        HistogramRun histogram = run(pmf);
        QVERIFY(histogram.advance(trials));
        QCOMPARE(histogram.trials(), trials);
        QCOMPARE(total(histogram.counts()), trials);
        const double p = plumbline::testing::chiSquarePValue(histogram.counts(), pmf);
        QVERIFY(p > 1e-6 && p < 1 - 1e-6);
    }

    /// Over 2000 seeds, |z| < 5.2 for each of 8 moments: 1 of 10^6 choices of seeds fails.
    void cellsHaveMultinomialMeansVariancesAndCovariances() {
        const std::vector<double> pmf = {0.1, 0.2, 0.3, 0.4};
        const double n = 1e6;
        const int seeds = 2000;
        double mean[4] = {};
        double square[4] = {};
        double cross = 0;
        for (int seed = 0; seed < seeds; ++seed) {
            HistogramRun histogram = run(pmf, static_cast<std::uint64_t>(seed));
            histogram.advance(1'000'000);
            double z[4];
            for (std::size_t i = 0; i < 4; ++i) {
                z[i] = (static_cast<double>(histogram.counts()[i]) - n * pmf[i]) /
                       std::sqrt(n * pmf[i] * (1 - pmf[i]));
                mean[i] += z[i];
                square[i] += z[i] * z[i];
            }
            cross += z[1] * z[2];
        }
        for (std::size_t i = 0; i < 4; ++i) {
            QVERIFY(std::abs(mean[i]) < 5.2 * std::sqrt(seeds));
            QVERIFY(std::abs(square[i] - seeds) < 5.2 * std::sqrt(2.0 * seeds));
        }
        const double correlation = -std::sqrt(0.2 * 0.3 / (0.8 * 0.7));
        QVERIFY(std::abs(cross - seeds * correlation) <
                5.2 * std::sqrt(seeds * (1 + correlation * correlation)));
    }

    void extendingARunEqualsAFreshOne() {
        const std::vector<double> pmf = keptLaw(300, 0.5);
        HistogramRun extended = run(pmf);
        for (const std::int64_t trials : {5LL, 13LL, 14LL, 100'000LL, 100'001LL, 1'999'999LL,
                                          123'456'789'012LL, 777LL, 0LL, 1000LL}) {
            extended.advance(trials);
            HistogramRun fresh = run(pmf);
            fresh.advance(trials);
            QCOMPARE(copy(extended.counts()), copy(fresh.counts()));
            QCOMPARE(extended.trials(), trials);
            QCOMPARE(total(extended.counts()), trials);
        }
    }

    void threadsDoNotMatter() {
        const std::vector<double> pmf(3000, 1 / 3000.0);
        HistogramRun one = run(pmf);
        HistogramRun four = run(pmf);
        one.advance(1'000'000, 1);
        four.advance(1'000'000, 4);
        QCOMPARE(copy(one.counts()), copy(four.counts()));
    }

    void everyCheckpointOnTheWayIsVisitedOnce() {
        std::vector<std::int64_t> visited;
        const HistogramRun::Visitor visit = [&](std::int64_t trials,
                                                std::span<const std::int64_t> counts) {
            QCOMPARE(total(counts), trials);
            visited.push_back(trials);
        };
        HistogramRun histogram = run(keptLaw(100, 0.5));
        histogram.advance(1000, 1, {}, visit);
        histogram.advance(1500, 1, {}, visit);
        histogram.advance(10'000'000, 1, {}, visit);
        const auto checkpoints = histogramCheckpoints();
        const auto end = std::ranges::upper_bound(checkpoints, 10'000'000);
        QCOMPARE(visited, std::vector<std::int64_t>(checkpoints.begin(), end));
    }

    void aStopNeverTakesTrialsBack() {
        const std::vector<double> pmf(100, 0.01);
        HistogramRun histogram = run(pmf);
        QVERIFY(histogram.advance(1'500'000)); // between two checkpoints
        const auto before = copy(histogram.counts());
        std::stop_source source;
        source.request_stop();
        QVERIFY(!histogram.advance(1'600'000, 1, source.get_token()));
        QCOMPARE(histogram.trials(), std::int64_t{1'500'000});
        QCOMPARE(copy(histogram.counts()), before);
        QVERIFY(histogram.advance(2'000'000));
        HistogramRun fresh = run(pmf);
        fresh.advance(2'000'000);
        QCOMPARE(copy(histogram.counts()), copy(fresh.counts()));
    }

    void aStopLeavesTheRunAtACheckpointAndItCanGoOn() {
        for (const unsigned threads : {1u, 3u}) {
            const std::vector<double> pmf(2500, 1 / 2500.0);
            HistogramRun histogram = run(pmf);
            std::stop_source source;
            const HistogramRun::Visitor visit = [&](std::int64_t trials,
                                                    std::span<const std::int64_t>) {
                if (trials == 1000)
                    source.request_stop();
            };
            QVERIFY(!histogram.advance(1'000'000, threads, source.get_token(), visit));
            QVERIFY(std::ranges::binary_search(histogramCheckpoints(), histogram.trials()));
            QVERIFY(histogram.trials() >= 1000 && histogram.trials() < 10'000);
            QCOMPARE(total(histogram.counts()), histogram.trials());
            QVERIFY(histogram.advance(1'000'000, threads));
            HistogramRun fresh = run(pmf);
            fresh.advance(1'000'000);
            QCOMPARE(copy(histogram.counts()), copy(fresh.counts()));
        }
    }

    void argumentsOutOfRangeAreRefused() {
        HistogramRun histogram = run({0.5, 0.5});
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, histogram.advance(-1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, histogram.advance(1'000'000'000'001));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, run({0.5, 0.4}));
    }

    /// From an independent implementation in Python with mpmath at 40 digits.
    void goldenHistogram() {
        HistogramRun histogram = run({0.1, 0.2, 0.3, 0.4});
        histogram.advance(1'000'000'000'000);
        QCOMPARE(copy(histogram.counts()), (std::vector<std::int64_t>{100000121331, 200000119265,
                                                                      299999457518, 400000301886}));
        histogram.advance(1'234'567);
        QCOMPARE(copy(histogram.counts()),
                 (std::vector<std::int64_t>{123334, 247417, 370149, 493667}));
    }
};

QTEST_APPLESS_MAIN(MultinomialTest)
#include "tst_multinomial.moc"
