#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/statistics/empirical_distance.h"
#include "tests/support/test_sampler.h"

#include <QtTest>

#include <cmath>
#include <stdexcept>

using namespace plumbline;

class TestEmpiricalDistance : public QObject {
    Q_OBJECT

  private slots:
    void distanceIsWorkedByHand();
    void massOutsideTheCellsCounts();
    void expectationIsThatOfEveryOutcome();
    void expectationKeepsTheDigitsOfTheBinomial();
    void noiseMatchesSimulation_data();
    void noiseMatchesSimulation();
    void approximateFloorMeetsTheExactOne();
    void toleranceIsMcDiarmids();
    void badArgumentsAreRefused();
};

void TestEmpiricalDistance::distanceIsWorkedByHand() {
    const std::vector<std::int64_t> observed = {6, 4};
    const std::vector<double> fair = {0.5, 0.5};
    QVERIFY(std::fabs(*empiricalDistance({observed, fair}) - 0.1) < 1e-15);
    QVERIFY(!empiricalDistance({}));
}

void TestEmpiricalDistance::massOutsideTheCellsCounts() {
    const std::vector<std::int64_t> observed = {8};
    const std::vector<double> probabilities = {0.6};
    // |.8 - .6| + |.2 - .1| + |0 - .3| over 2.
    const CellComparison comparison{observed, probabilities, 2, 0, 0.1, 0.3};
    QVERIFY(std::fabs(*empiricalDistance(comparison) - 0.3) < 1e-15);
}

void TestEmpiricalDistance::expectationIsThatOfEveryOutcome() {
    // Two cells: the distance is |X/n - p|, averaged over all n + 1 outcomes.
    for (const double p : {0.0, 0.2, 0.5, 0.97, 1.0})
        for (const std::int64_t n : {1, 2, 7, 100}) {
            const Binomial law(n, p);
            double first = 0.0, second = 0.0;
            for (std::int64_t k = 0; k <= n; ++k) {
                const double gap = std::fabs(static_cast<double>(k) / static_cast<double>(n) - p);
                first += law.pmf(k) * gap;
                second += law.pmf(k) * gap * gap;
            }
            const std::vector<double> cells = {p, 1.0 - p};
            QVERIFY(std::fabs(distanceNoise(cells, n).expectation - first) < 1e-14);
        }
}

void TestEmpiricalDistance::expectationKeepsTheDigitsOfTheBinomial() {
    for (const double p : {1e-300, 1e-9, 1e-4, 0.0123, 0.3, 0.5, 0.7, 0.999, 1.0 - 1e-9})
        for (const std::int64_t n : {1L, 2L, 3L, 10L, 56L, 1000L, 31'623L, 1'000'000L,
                                     1'000'000'000L, 1'000'000'000'000L}) {
            const Binomial law(n, p);
            const DoubleDouble mean = exactly(n) * DoubleDouble(p);
            const std::int64_t m = floorOf(mean) + 1;
            const double deviation = 2.0 * static_cast<double>(m) * (1.0 - p) * law.pmf(m);
            const std::vector<double> cell = {p};
            const double found = distanceNoise(cell, n).expectation * 2.0 * static_cast<double>(n);
            QVERIFY2(std::fabs(found - deviation) <= 3e-14 * deviation,
                     qPrintable(QString("p %1, n %2: %3 instead of %4")
                                    .arg(p)
                                    .arg(n)
                                    .arg(found, 0, 'g', 17)
                                    .arg(deviation, 0, 'g', 17)));
        }
}

void TestEmpiricalDistance::noiseMatchesSimulation_data() {
    QTest::addColumn<int>("draws");
    QTest::addColumn<double>("mean");
    QTest::newRow("few draws") << 30 << 6.0;
    QTest::newRow("many draws") << 5000 << 6.0;
    QTest::newRow("many cells") << 2000 << 400.0;
}

void TestEmpiricalDistance::noiseMatchesSimulation() {
    // 3000 samples: their mean lies within 4 standard errors in all but 1 of 16,000 tests; their
    // standard deviation is known to 1.3 %, and the covariances of sparse cells to a few percent.
    QFETCH(int, draws);
    QFETCH(double, mean);
    const test::LawSampler sampler{Poisson(mean)};
    const DistanceNoise noise = distanceNoise(sampler.probabilities(), draws);
    constexpr int kSamples = 3000;
    double sum = 0.0, squares = 0.0;
    for (std::uint64_t seed = 1; seed <= kSamples; ++seed) {
        test::SplitMix random(seed);
        const IntegerHistogram counts = sampler.histogram(draws, random);
        const double gap =
            *empiricalDistance({counts.cells(), sampler.probabilities()}) - noise.expectation;
        sum += gap;
        squares += gap * gap;
    }
    const double deviation = std::sqrt(squares / kSamples);
    qInfo("deviation %.3e, stated %.3e", deviation, noise.standardError);
    QVERIFY(std::fabs(sum / kSamples) < 4.0 * deviation / std::sqrt(double{kSamples}));
    QVERIFY(std::fabs(noise.standardError / deviation - 1.0) < 0.15);
}

void TestEmpiricalDistance::approximateFloorMeetsTheExactOne() {
    const std::vector<double> cells = Poisson(6.0).curve(0, 40);
    const double exact = distanceNoise(cells, 1'000'000'000).expectation;
    QVERIFY(std::fabs(approximateNoiseFloor(cells, 1'000'000'000) / exact - 1.0) < 1e-3);
    // A smooth bell: (8 pi sigma^2)^(1/4)/sqrt(2 pi N).
    const std::vector<double> bell = Poisson(1e4).curve(9000, 11'000);
    const double formula = std::pow(8.0 * M_PI * 1e4, 0.25) / std::sqrt(2.0 * M_PI * 1e9);
    QVERIFY(std::fabs(approximateNoiseFloor(bell, 1'000'000'000) / formula - 1.0) < 1e-2);
}

void TestEmpiricalDistance::toleranceIsMcDiarmids() {
    QVERIFY(std::fabs(distanceTolerance(200, 2.0 * std::exp(-4.0)) - 0.1) < 1e-15);
}

void TestEmpiricalDistance::badArgumentsAreRefused() {
    const std::vector<double> bad = {1.5};
    const std::vector<std::int64_t> observed = {1, 2};
    QVERIFY_EXCEPTION_THROWN(distanceNoise(bad, 10), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(distanceNoise({}, 0), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(empiricalDistance({observed, bad}), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestEmpiricalDistance)
#include "tst_empirical_distance.moc"
