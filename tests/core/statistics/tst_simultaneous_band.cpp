#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/statistics/simultaneous_band.h"
#include "tests/support/test_sampler.h"

#include <QtTest>

#include <cmath>
#include <memory>
#include <stdexcept>

using namespace plumbline;

namespace {

std::unique_ptr<CountLaw> lawNamed(const QString& name) {
    if (name.startsWith("one unit"))
        return std::make_unique<Binomial>(1, 0.3);
    if (name.startsWith("two units"))
        return std::make_unique<Binomial>(2, 0.5);
    if (name.startsWith("five units"))
        return std::make_unique<Binomial>(5, 0.4);
    if (name.startsWith("100 units"))
        return std::make_unique<Binomial>(100, 0.7);
    if (name.startsWith("1000 units"))
        return std::make_unique<Binomial>(1000, 0.5);
    return std::make_unique<Poisson>(4.0);
}

/// Probability that three multinomial counts lie inside: a sum over every outcome.
double exactCoverage(const std::vector<double>& probabilities, std::int64_t n,
                     const CountBand& band) {
    double sum = 0.0;
    const Binomial first(n, probabilities[0]);
    for (std::int64_t a = band.low[0]; a <= band.high[0]; ++a) {
        const Binomial second(n - a, probabilities[1] / (1.0 - probabilities[0]));
        const std::int64_t low = std::max(band.low[1], n - a - band.high[2]);
        const std::int64_t high = std::min(band.high[1], n - a - band.low[2]);
        if (low <= high)
            sum += first.pmf(a) * (second.cdf(high) - second.cdf(low - 1));
    }
    return sum;
}

bool inside(const CountBand& band, const std::vector<std::int64_t>& counts) {
    for (std::size_t cell = 0; cell < counts.size(); ++cell)
        if (counts[cell] < band.low[cell] || counts[cell] > band.high[cell])
            return false;
    return true;
}

} // namespace

class TestSimultaneousBand : public QObject {
    Q_OBJECT

  private slots:
    void allCountsLieInsideAtTheStatedLevel_data();
    void allCountsLieInsideAtTheStatedLevel();
    void coverageIsThatOfEveryOutcome_data();
    void coverageIsThatOfEveryOutcome();
    void twoCellsGetTheExactQuantiles();
    void boundsAreBinomialQuantiles_data();
    void boundsAreBinomialQuantiles();
    void cellsWithoutMassStayEmpty();
    void noTrialsGiveNoCounts();
    void samplingCellsChangesTheTailLittle();
    void badArgumentsAreRefused();
};

void TestSimultaneousBand::allCountsLieInsideAtTheStatedLevel_data() {
    QTest::addColumn<int>("draws");
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    // 4000 histograms: 4 standard errors of .95 are .014; few counts cannot meet a level closely.
    QTest::newRow("one unit, 1000 draws") << 1000 << 0.936 << 0.97;
    QTest::newRow("two units, 1000 draws") << 1000 << 0.936 << 0.97;
    QTest::newRow("five units, 1000 draws") << 1000 << 0.936 << 0.97;
    QTest::newRow("five units, 20 draws") << 20 << 0.936 << 0.99;
    QTest::newRow("Poisson, 50 draws") << 50 << 0.936 << 0.99;
    QTest::newRow("Poisson, 5000 draws") << 5000 << 0.936 << 0.97;
    QTest::newRow("100 units, 300 draws") << 300 << 0.936 << 0.975;
    QTest::newRow("100 units, 10000 draws") << 10'000 << 0.936 << 0.965;
    QTest::newRow("1000 units, 5000 draws") << 5000 << 0.936 << 0.965;
}

void TestSimultaneousBand::allCountsLieInsideAtTheStatedLevel() {
    QFETCH(int, draws);
    QFETCH(double, lowest);
    QFETCH(double, highest);
    const auto law = lawNamed(QTest::currentDataTag());
    const test::LawSampler sampler(*law);
    const CountBand band = simultaneousBand(sampler.probabilities(), draws);
    constexpr int kHistograms = 4000;
    int covered = 0;
    for (int seed = 0; seed < kHistograms; ++seed) {
        test::SplitMix random(static_cast<std::uint64_t>(seed) + 1);
        covered += inside(band, sampler.histogram(draws, random).cells());
    }
    const double coverage = static_cast<double>(covered) / kHistograms;
    qInfo("covered %.4f, computed %.4f, pointwise tail %.2e", coverage, band.jointCoverage,
          band.pointwiseTail);
    QVERIFY(coverage > lowest && coverage < highest);
}

void TestSimultaneousBand::coverageIsThatOfEveryOutcome_data() {
    QTest::addColumn<int>("trials");
    QTest::addColumn<QList<double>>("cells");
    QTest::newRow("two coins, 400") << 400 << QList<double>{0.25, 0.5, 0.25};
    QTest::newRow("even, 3000") << 3000 << QList<double>{1.0 / 3, 1.0 / 3, 1.0 / 3};
    QTest::newRow("one rare, 5000") << 5000 << QList<double>{0.01, 0.29, 0.7};
    QTest::newRow("one small, 900") << 900 << QList<double>{0.04, 0.48, 0.48};
}

void TestSimultaneousBand::coverageIsThatOfEveryOutcome() {
    // Three cells are the hardest case of the expansion: the fewer, the further from normal.
    QFETCH(int, trials);
    QFETCH(QList<double>, cells);
    const std::vector<double> probabilities(cells.begin(), cells.end());
    const CountBand band = simultaneousBand(probabilities, trials);
    const double exact = exactCoverage(probabilities, trials, band);
    qInfo("exact %.4f, computed %.4f", exact, band.jointCoverage);
    QVERIFY(std::fabs(exact - band.jointCoverage) < 0.004);
    QVERIFY(exact > 0.946 && exact < 0.965);
}

void TestSimultaneousBand::twoCellsGetTheExactQuantiles() {
    const std::vector<double> probabilities = {0.25, 0.75};
    const CountBand band = simultaneousBand(probabilities, 400);
    const Binomial law(400, 0.25);
    QCOMPARE(band.low[0], law.quantile(0.025));
    QCOMPARE(band.high[0], law.upperQuantile(0.025));
    QCOMPARE(band.pointwiseTail, 0.5 * (1.0 - kBandLevel));
}

void TestSimultaneousBand::boundsAreBinomialQuantiles_data() {
    QTest::addColumn<qint64>("trials");
    for (qint64 trials : {1LL, 30LL, 1000LL, 123'456LL, 1'000'000'000'000LL})
        QTest::addRow("%lld trials", trials) << trials;
}

void TestSimultaneousBand::boundsAreBinomialQuantiles() {
    QFETCH(qint64, trials);
    const Poisson law(9.0);
    const std::vector<double> probabilities = law.curve(0, 40);
    const CountBand band = simultaneousBand(probabilities, trials);
    for (std::size_t cell = 0; cell < probabilities.size(); ++cell) {
        const Binomial count(trials, probabilities[cell]);
        const std::int64_t slack = count.variance() < 1000.0 ? 0 : 1;
        const std::int64_t low = count.quantile(band.pointwiseTail);
        const std::int64_t high = count.upperQuantile(band.pointwiseTail);
        QVERIFY2(std::abs(band.low[cell] - low) <= slack, std::to_string(cell).c_str());
        QVERIFY2(std::abs(band.high[cell] - high) <= slack, std::to_string(cell).c_str());
    }
}

void TestSimultaneousBand::cellsWithoutMassStayEmpty() {
    const std::vector<double> probabilities = {0.0, 0.5, 0.0, 0.5, 0.0};
    const CountBand band = simultaneousBand(probabilities, 1000);
    for (std::size_t cell : {0, 2, 4})
        QVERIFY(band.low[cell] == 0 && band.high[cell] == 0);
    const std::vector<double> certain = {1.0};
    QCOMPARE(simultaneousBand(certain, 7).low[0], std::int64_t{7});
}

void TestSimultaneousBand::noTrialsGiveNoCounts() {
    const std::vector<double> probabilities = {0.5, 0.5};
    const CountBand band = simultaneousBand(probabilities, 0);
    QCOMPARE(band.high, std::vector<std::int64_t>(2, 0));
    QCOMPARE(band.jointCoverage, 1.0);
    QVERIFY(simultaneousBand({}, 10).low.empty());
}

void TestSimultaneousBand::samplingCellsChangesTheTailLittle() {
    // The same bell over just under and just over kManyCells cells.
    const Binomial law(20'000, 0.5);
    const std::vector<double> few = law.curve(9001, 11'000);
    const std::vector<double> many = law.curve(9000, 11'001);
    const double all = simultaneousBand(few, 1'000'000).pointwiseTail;
    const double sampled = simultaneousBand(many, 1'000'000).pointwiseTail;
    QVERIFY(std::fabs(sampled / all - 1.0) < 0.1);
}

void TestSimultaneousBand::badArgumentsAreRefused() {
    const std::vector<double> tooMuch = {0.7, 0.7};
    const std::vector<double> negative = {-0.1, 0.7};
    const std::vector<double> good = {0.3, 0.7};
    QVERIFY_EXCEPTION_THROWN(simultaneousBand(tooMuch, 10), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(simultaneousBand(negative, 10), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(simultaneousBand(good, -1), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(simultaneousBand(good, 10, 1.0), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestSimultaneousBand)
#include "tst_simultaneous_band.moc"
