#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/statistics/dispersion_test.h"
#include "tests/support/test_sampler.h"

#include <QtTest>

#include <cmath>

using namespace plumbline;

class TestDispersionTest : public QObject {
    Q_OBJECT

  private slots:
    void statisticIsWorkedByHand();
    void samplesWithoutSpreadOrMeanSayNothing();
    void pValuesOfPoissonCountsAreUniform();
    void binomialCountsShiftTheStatisticByThreeDeviations();
};

void TestDispersionTest::statisticIsWorkedByHand() {
    const auto test = dispersionTest({9, 4.0, 6.0, 0.0, 0.0});
    QCOMPARE(test->index, 1.5);
    QCOMPARE(test->statistic, 1.0);
    QVERIFY(std::fabs(test->pValue - 0.31731050786291415) < 1e-14);
}

void TestDispersionTest::samplesWithoutSpreadOrMeanSayNothing() {
    QVERIFY(!dispersionTest({1, 4.0, 0.0, 0.0, 0.0}));
    QVERIFY(!dispersionTest({5, 0.0, 0.0, 0.0, 0.0}));
    QVERIFY(!dispersionTest({5, std::nan(""), 0.0, 0.0, 0.0}));
}

void TestDispersionTest::pValuesOfPoissonCountsAreUniform() {
    const test::LawSampler sampler{Poisson(20.0)};
    std::vector<double> values;
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        test::SplitMix random(seed);
        values.push_back(dispersionTest(sampler.histogram(2000, random).moments())->pValue);
    }
    QVERIFY(test::uniformityStatistic(values) < test::kUniformityBound);
}

void TestDispersionTest::binomialCountsShiftTheStatisticByThreeDeviations() {
    const double q = 0.1;
    const double trials = trialsUntilDispersionShows(q);
    QVERIFY(std::fabs(trials - 1800.0) < 1e-9);
    const test::LawSampler sampler{Binomial(50, q)};
    double sum = 0.0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        test::SplitMix random(seed);
        sum += dispersionTest(sampler.histogram(1800, random).moments())->statistic;
    }
    // The average of 1000 statistics of unit deviation is known to .13 at 4 standard errors.
    QVERIFY(std::fabs(sum / 1000.0 + 3.0) < 0.13);
    QCOMPARE(trialsUntilDispersionShows(0.0), std::numeric_limits<double>::infinity());
}

QTEST_APPLESS_MAIN(TestDispersionTest)
#include "tst_dispersion_test.moc"
