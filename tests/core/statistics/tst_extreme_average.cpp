#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/statistics/extreme_average.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace plumbline;

class TestExtremeAverage : public QObject {
    Q_OBJECT

  private slots:
    void gridsKeepTheFirstTwoMoments_data();
    void gridsKeepTheFirstTwoMoments();
    void coinTossesFollowTheBinomialTail_data();
    void coinTossesFollowTheBinomialTail();
    void unreachableTailsEndAtTheRange();
};

void TestExtremeAverage::gridsKeepTheFirstTwoMoments_data() {
    QTest::addColumn<double>("mean");
    for (double mean : {0.05, 3.0, 40.0, 1e4, 1e12})
        QTest::addRow("Poisson of mean %g", mean) << mean;
}

void TestExtremeAverage::gridsKeepTheFirstTwoMoments() {
    QFETCH(double, mean);
    const WeightedValues grid = standardisedGrid(Poisson(mean), 1e-14, 64);
    QVERIFY(grid.values.size() <= 65);
    double sums[3] = {};
    for (std::size_t i = 0; i < grid.values.size(); ++i)
        for (int power = 0; power < 3; ++power)
            sums[power] += grid.weights[i] * std::pow(grid.values[i], power);
    QVERIFY(std::fabs(sums[0] - 1.0) < 1e-13);
    QVERIFY(std::fabs(sums[1]) < 1e-8);
    QVERIFY(std::fabs(sums[2] - 1.0) < 1e-8);
}

void TestExtremeAverage::coinTossesFollowTheBinomialTail_data() {
    QTest::addColumn<int>("tosses");
    QTest::addColumn<double>("tail");
    for (int tosses : {100, 10'000, 100'000'000})
        for (double tail : {1e-4, 1e-9})
            QTest::addRow("%d tosses, tail %g", tosses, tail) << tosses << tail;
}

void TestExtremeAverage::coinTossesFollowTheBinomialTail() {
    // Values +-1: the average passes t when (1 + t) n/2 of n tosses are heads. Never below the
    // exact quantile by more than a toss, and within 4 % of it.
    QFETCH(int, tosses);
    QFETCH(double, tail);
    const WeightedValues coin{{-1.0, 1.0}, {0.5, 0.5}};
    const Binomial heads(tosses, 0.5);
    const auto exact = static_cast<double>(heads.upperQuantile(tail)) - 0.5 * tosses;
    for (const double direction : {1.0, -1.0}) {
        const double found =
            direction * extremeAverage(coin, tosses, tail, direction) * tosses / 2.0;
        QVERIFY2(found > exact - 1.0 && found < 1.04 * exact + 1.0, std::to_string(found).c_str());
    }
}

void TestExtremeAverage::unreachableTailsEndAtTheRange() {
    const WeightedValues coin{{-1.0, 1.0}, {0.5, 0.5}};
    QCOMPARE(extremeAverage(coin, 10.0, 1e-6, 1.0), 1.0);
    QCOMPARE(extremeAverage(coin, 10.0, 1e-6, -1.0), -1.0);
}

QTEST_APPLESS_MAIN(TestExtremeAverage)
#include "tst_extreme_average.moc"
