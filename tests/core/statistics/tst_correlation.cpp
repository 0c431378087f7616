#include "core/distributions/poisson.h"
#include "core/statistics/correlation.h"
#include "tests/support/test_sampler.h"

#include <QtTest>

#include <cmath>
#include <stdexcept>

using namespace plumbline;

class TestCorrelation : public QObject {
    Q_OBJECT

  private slots:
    void fourPairsAreWorkedByHand_data();
    void fourPairsAreWorkedByHand();
    void keptAndDroppedOfAFixedNumberMirrorEachOther();
    void mergingEqualsAdding();
    void trillionsOfPairsStayExact();
    void pValuesOfIndependentCountsAreUniform();
    void numbersThatNeverVarySayNothing();
    void originsMustAgree();
};

void TestCorrelation::fourPairsAreWorkedByHand_data() {
    QTest::addColumn<qint64>("origin");
    QTest::newRow("origin 0") << qint64{0};
    QTest::newRow("far origin") << qint64{-1'000'000'007};
}

void TestCorrelation::fourPairsAreWorkedByHand() {
    QFETCH(qint64, origin);
    PairSums pairs(origin, 2 * origin);
    pairs.add(1, 2);
    pairs.add(2, 1);
    pairs.add(3, 4);
    pairs.add(4, 3);
    QCOMPARE(pairs.covariance(), 0.75);
    QCOMPARE(pairs.varianceX(), 1.25);
    QCOMPARE(pairs.varianceY(), 1.25);
    QVERIFY(std::fabs(pairs.test()->correlation - 0.6) < 1e-15);
    QVERIFY(std::fabs(pairs.test()->statistic - 1.2) < 1e-15);
}

void TestCorrelation::keptAndDroppedOfAFixedNumberMirrorEachOther() {
    PairSums pairs(50, 50);
    test::SplitMix random(4);
    for (int trial = 0; trial < 1000; ++trial) {
        const auto kept = static_cast<std::int64_t>(random.next() % 100);
        pairs.add(kept, 100 - kept);
    }
    QVERIFY(std::fabs(pairs.test()->correlation + 1.0) < 1e-15);
    QVERIFY(pairs.test()->pValue < 1e-200);
}

void TestCorrelation::mergingEqualsAdding() {
    PairSums whole(3, 5), first(3, 5), second(3, 5);
    for (int i = 0; i < 10; ++i) {
        whole.add(i, i * i);
        (i < 4 ? first : second).add(i, i * i);
    }
    second.merge(first);
    QCOMPARE(second, whole);
}

void TestCorrelation::trillionsOfPairsStayExact() {
    PairSums pairs;
    pairs.add(1'000'000'000, 1, 500'000'000'000);
    pairs.add(1'000'000'001, 2, 500'000'000'000);
    QCOMPARE(pairs.covariance(), 0.25);
    QCOMPARE(pairs.test()->correlation, 1.0);
}

void TestCorrelation::pValuesOfIndependentCountsAreUniform() {
    const test::LawSampler kept{Poisson(14.0)};
    const test::LawSampler dropped{Poisson(6.0)};
    std::vector<double> values;
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        test::SplitMix random(seed);
        PairSums pairs(14, 6);
        for (int trial = 0; trial < 500; ++trial) {
            const std::int64_t x = kept.draw(random);
            pairs.add(x, dropped.draw(random));
        }
        values.push_back(pairs.test()->pValue);
    }
    QVERIFY(test::uniformityStatistic(values) < test::kUniformityBound);
}

void TestCorrelation::numbersThatNeverVarySayNothing() {
    PairSums pairs;
    QVERIFY(std::isnan(pairs.covariance()));
    QVERIFY(!pairs.test());
    pairs.add(3, 4);
    pairs.add(3, 5);
    QVERIFY(!pairs.test());
}

void TestCorrelation::originsMustAgree() {
    PairSums pairs(1, 2);
    QVERIFY_EXCEPTION_THROWN(pairs.merge(PairSums(0, 2)), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestCorrelation)
#include "tst_correlation.moc"
