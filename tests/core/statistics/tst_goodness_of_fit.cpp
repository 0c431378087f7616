#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/statistics/goodness_of_fit.h"
#include "tests/support/test_sampler.h"

#include <QtTest>

#include <cmath>
#include <memory>
#include <stdexcept>

using namespace plumbline;

namespace {

using Test = GoodnessOfFit (*)(const CellComparison&, double);

std::vector<double> pValues(const CountLaw& drawn, const CountLaw& claimed, int draws, Test test) {
    const test::LawSampler sampler(drawn);
    const std::vector<double> probabilities = claimed.curve(sampler.first(), sampler.last());
    std::vector<double> values;
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        test::SplitMix random(seed);
        const IntegerHistogram counts = sampler.histogram(draws, random);
        values.push_back(*test({counts.cells(), probabilities}, kMinimumExpected).pValue);
    }
    return values;
}

} // namespace

class TestGoodnessOfFit : public QObject {
    Q_OBJECT

  private slots:
    void fairDieIsWorkedByHand();
    void poolingJoinsSparseNeighbours_data();
    void poolingJoinsSparseNeighbours();
    void cressieReadIsItsDefinition_data();
    void cressieReadIsItsDefinition();
    void pValuesOfATrueLawAreUniform_data();
    void pValuesOfATrueLawAreUniform();
    void wrongLawsGiveSmallPValues();
    void impossibleCountsGiveZero();
    void oneCellSaysNothing();
    void monteCarloCountsItsOwnSample();
    void fewDrawsNeedOnlyTheCellsTheyHit();
    void lengthsMustAgree();
};

void TestGoodnessOfFit::fairDieIsWorkedByHand() {
    // 60 throws: (25 + 4 + 4 + 1 + 0 + 100)/10 with 5 degrees of freedom.
    const std::vector<std::int64_t> throws = {5, 8, 8, 9, 10, 20};
    const std::vector<double> fair(6, 1.0 / 6.0);
    const GoodnessOfFit fit = chiSquareTest({throws, fair});
    QVERIFY(std::fabs(fit.statistic - 13.4) < 1e-12);
    QCOMPARE(fit.degreesOfFreedom, std::int64_t{5});
    // Tables of chi-square with 5 degrees: 12.83 at .025, 15.09 at .01. R: pchisq(13.4, 5,
    // lower=F).
    QVERIFY(*fit.pValue > 0.01 && *fit.pValue < 0.025);
    QVERIFY(std::fabs(*fit.pValue - 0.0199052) < 1e-6);
}

void TestGoodnessOfFit::poolingJoinsSparseNeighbours_data() {
    QTest::addColumn<QList<double>>("expected");
    QTest::addColumn<QList<double>>("cells");
    QTest::newRow("none sparse") << QList<double>{5, 6, 7} << QList<double>{5, 6, 7};
    QTest::newRow("lower tail") << QList<double>{1, 2, 3, 7} << QList<double>{6, 7};
    QTest::newRow("upper tail") << QList<double>{6, 7, 3, 1} << QList<double>{6, 11};
    QTest::newRow("interior") << QList<double>{6, 1, 1, 8} << QList<double>{6, 10};
    QTest::newRow("all sparse") << QList<double>{1, 1, 1} << QList<double>{3};
}

void TestGoodnessOfFit::poolingJoinsSparseNeighbours() {
    QFETCH(QList<double>, expected);
    QFETCH(QList<double>, cells);
    std::vector<double> probabilities;
    const std::vector<std::int64_t> observed(static_cast<std::size_t>(expected.size()), 64);
    for (const double value : expected)
        probabilities.push_back(value / (64.0 * static_cast<double>(expected.size())));
    const std::vector<PooledCell> found = pooled({observed, probabilities}, kMinimumExpected);
    QCOMPARE(found.size(), static_cast<std::size_t>(cells.size()));
    std::int64_t total = 0;
    for (std::size_t cell = 0; cell < found.size(); ++cell) {
        QVERIFY(std::fabs(found[cell].expected - cells[static_cast<qsizetype>(cell)]) < 1e-9);
        total += found[cell].observed;
    }
    QCOMPARE(total, 64 * static_cast<std::int64_t>(expected.size()));
}

void TestGoodnessOfFit::cressieReadIsItsDefinition_data() {
    QTest::addColumn<int>("excess");
    QTest::addColumn<int>("scale");
    QTest::newRow("far from expected") << 30 << 100;
    QTest::newRow("just above the series") << 3 << 1000;
    QTest::newRow("by the series") << 9 << 10'000;
}

void TestGoodnessOfFit::cressieReadIsItsDefinition() {
    QFETCH(int, excess);
    QFETCH(int, scale);
    const std::vector<std::int64_t> observed = {scale + excess, scale - 2 * excess, scale + excess};
    const std::vector<double> probabilities(3, 1.0 / 3.0);
    double definition = 0.0;
    for (const std::int64_t count : observed) {
        const auto o = static_cast<double>(count);
        definition += 1.8 * o * (std::pow(o / scale, 2.0 / 3.0) - 1.0);
    }
    const double found = cressieReadTest({observed, probabilities}).statistic;
    QVERIFY(std::fabs(found / definition - 1.0) < 1e-8);
}

void TestGoodnessOfFit::pValuesOfATrueLawAreUniform_data() {
    QTest::addColumn<bool>("cressieRead");
    QTest::addColumn<int>("draws");
    for (bool cressieRead : {false, true})
        for (int draws : {2000, 20'000})
            QTest::addRow("%s, %d draws", cressieRead ? "Cressie-Read" : "chi-square", draws)
                << cressieRead << draws;
}

void TestGoodnessOfFit::pValuesOfATrueLawAreUniform() {
    // Kolmogorov's test calls 1 true law in 1000 wrong; seeds are fixed.
    QFETCH(bool, cressieRead);
    QFETCH(int, draws);
    const Test test = cressieRead ? cressieReadTest : chiSquareTest;
    for (const std::shared_ptr<CountLaw>& law :
         {std::shared_ptr<CountLaw>(std::make_shared<Binomial>(100, 0.3)),
          std::shared_ptr<CountLaw>(std::make_shared<Poisson>(6.0))}) {
        const double statistic = test::uniformityStatistic(pValues(*law, *law, draws, test));
        qInfo("Kolmogorov %.2f", statistic);
        QVERIFY(statistic < test::kUniformityBound);
    }
}

void TestGoodnessOfFit::wrongLawsGiveSmallPValues() {
    // Noncentrality N q^2/2 = 90 at q = .3: all p-values are tiny.
    const std::vector<double> values =
        pValues(Binomial(20, 0.3), Poisson(6.0), 2000, chiSquareTest);
    QVERIFY(*std::max_element(values.begin(), values.end()) < 0.05);
}

void TestGoodnessOfFit::impossibleCountsGiveZero() {
    const std::vector<std::int64_t> observed = {10, 10};
    const std::vector<double> probabilities = {0.5, 0.5};
    const GoodnessOfFit fit = chiSquareTest({observed, probabilities, 0, 5, 0.0, 0.0}, 0.0);
    QCOMPARE(*fit.pValue, 0.0);
}

void TestGoodnessOfFit::oneCellSaysNothing() {
    const std::vector<std::int64_t> observed = {10};
    const std::vector<double> certain = {1.0};
    QVERIFY(!chiSquareTest({observed, certain}).pValue);
    QVERIFY(!chiSquareTest({}).pValue);
    QCOMPARE(chiSquareTest({}).statistic, 0.0);
}

void TestGoodnessOfFit::monteCarloCountsItsOwnSample() {
    double next = 0.0;
    const auto countUp = [&] { return next += 1.0; };
    QCOMPARE(monteCarloPValue(8.0, 9, countUp), 3.0 / 10.0);
    QVERIFY_EXCEPTION_THROWN(monteCarloPValue(1.0, 0, countUp), std::invalid_argument);
}

void TestGoodnessOfFit::fewDrawsNeedOnlyTheCellsTheyHit() {
    // Two in a cell of 1/2 and one in a cell of 1/8: 4/(3/2) + 1/(3/8) - 3.
    const std::vector<double> probabilities = {0.25, 0.5, 0.125, 0.125};
    std::vector<std::int64_t> drawn = {1, 3, 1};
    QVERIFY(std::fabs(chiSquareOfDraws(drawn, probabilities) - (8.0 / 3 + 8.0 / 3 - 3)) < 1e-15);
    const std::vector<std::int64_t> counts = {0, 2, 0, 1};
    QVERIFY(std::fabs(chiSquareTest({counts, probabilities}, 0).statistic -
                      chiSquareOfDraws(drawn, probabilities)) < 1e-15);
    std::vector<std::int64_t> inAnotherOrder = {3, 1, 1};
    QCOMPARE(chiSquareOfDraws(inAnotherOrder, probabilities),
             chiSquareOfDraws(drawn, probabilities));
    std::vector<std::int64_t> impossible = {0};
    QVERIFY(std::isinf(chiSquareOfDraws(impossible, std::vector<double>{0.0, 1.0})));
}

void TestGoodnessOfFit::lengthsMustAgree() {
    const std::vector<std::int64_t> observed = {10};
    const std::vector<double> two = {0.5, 0.5};
    QVERIFY_EXCEPTION_THROWN(chiSquareTest({observed, two}), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestGoodnessOfFit)
#include "tst_goodness_of_fit.moc"
