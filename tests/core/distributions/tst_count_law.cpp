#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "tests/support/worst_error.h"

#include <QtTest>

#include <cmath>
#include <cstdint>
#include <memory>

using namespace plumbline;

namespace {

using Law = std::shared_ptr<const CountLaw>;

double relativeError(double value, double expected) {
    // Below 1e-290 digits run out; a double cannot hold them.
    const double scale = std::max(std::fabs(expected), 1e-290);
    return std::fabs(value - expected) / scale;
}

Law lawNamed(const QString& name) {
    if (name == "certain zero")
        return std::make_shared<Binomial>(10, 0.0);
    if (name == "certain all")
        return std::make_shared<Binomial>(10, 1.0);
    if (name == "no trials")
        return std::make_shared<Binomial>(0, 0.3);
    if (name == "one trial")
        return std::make_shared<Binomial>(1, 0.3);
    if (name == "coins")
        return std::make_shared<Binomial>(20, 0.5);
    if (name == "kept units")
        return std::make_shared<Binomial>(Binomial::keptUnits(1000, 0.3));
    if (name == "nearly all")
        return std::make_shared<Binomial>(Binomial::keptUnits(54321, 0.0037));
    if (name == "rare in many")
        return std::make_shared<Binomial>(1'000'000'000'000, 1e-12);
    if (name == "large binomial")
        return std::make_shared<Binomial>(1'000'000'000, 0.31);
    if (name == "mean zero")
        return std::make_shared<Poisson>(0.0);
    if (name == "mean tiny")
        return std::make_shared<Poisson>(1e-300);
    if (name == "skewed Poisson")
        return std::make_shared<Poisson>(0.05);
    if (name == "Poisson")
        return std::make_shared<Poisson>(37.5);
    return std::make_shared<Poisson>(1e15);
}

void everyLaw() {
    QTest::addColumn<bool>("unused");
    for (const char* name :
         {"certain zero", "certain all", "no trials", "one trial", "coins", "kept units",
          "nearly all", "rare in many", "large binomial", "mean zero", "mean tiny",
          "skewed Poisson", "Poisson", "large Poisson"})
        QTest::newRow(name) << true;
}

Law currentLaw() {
    return lawNamed(QTest::currentDataTag());
}

} // namespace

class TestCountLaw : public QObject {
    Q_OBJECT

  private slots:
    void keptUnitsCarryTheTypedProbability();
    void thinnedPoissonCarriesTheTypedProbability();
    void sumsAreLawsOfTheSameKind();
    void fiveCoinsFollowPascal();
    void countsOutsideTheSupportAreImpossible_data() { everyLaw(); }
    void countsOutsideTheSupportAreImpossible();
    void curvesEqualSingleProbabilities_data() { everyLaw(); }
    void curvesEqualSingleProbabilities();
    void longCurvesStayWithinTheStatedError();
    void tailsAreSumsOfProbabilities_data() { everyLaw(); }
    void tailsAreSumsOfProbabilities();
    void quantilesInvertTheTails_data() { everyLaw(); }
    void quantilesInvertTheTails();
    void momentsAreThoseOfTheProbabilities_data() { everyLaw(); }
    void momentsAreThoseOfTheProbabilities();
    void modesAreMostProbable_data() { everyLaw(); }
    void modesAreMostProbable();
    void badParametersAreRefused();
};

void TestCountLaw::keptUnitsCarryTheTypedProbability() {
    // 1 - .31 rounded to a double is another law: 2e-11 away at 6 sigma of 10^9 units.
    const Binomial kept = Binomial::keptUnits(1'000'000'000, 0.31);
    const Binomial dropped(1'000'000'000, 0.31);
    const std::int64_t k = 690'000'000 + 87'749;
    QCOMPARE(kept.pmf(k), dropped.pmf(1'000'000'000 - k));
    QVERIFY(relativeError(Binomial(1'000'000'000, 1.0 - 0.31).pmf(k), kept.pmf(k)) > 1e-12);
}

void TestCountLaw::thinnedPoissonCarriesTheTypedProbability() {
    // 1e9 (1 - .31) has digits that no double holds.
    const Poisson exact = Poisson::keptUnits(1e9, 0.31);
    const Poisson limit = Poisson::withMeanOf(Binomial::keptUnits(1'000'000'000, 0.31));
    QCOMPARE(exact.pmf(690'157'000), limit.pmf(690'157'000));
    QVERIFY(exact.pmf(690'157'000) != Poisson(1e9 * (1.0 - 0.31)).pmf(690'157'000));
}

void TestCountLaw::sumsAreLawsOfTheSameKind() {
    const auto coins = Binomial(2, 0.5).sumOf(3);
    QCOMPARE(coins->maximum(), std::int64_t{6});
    QVERIFY(relativeError(coins->pmf(3), 20.0 / 64.0) < 1e-15);
    QVERIFY(relativeError(Poisson(2.5).sumOf(4)->pmf(10), Poisson(10.0).pmf(10)) < 1e-15);
    QVERIFY(!Binomial(std::int64_t{1} << 40, 0.5).sumOf(std::int64_t{1} << 30));
    QVERIFY(!Poisson(1e12).sumOf(10'000'000));
}

void TestCountLaw::fiveCoinsFollowPascal() {
    const Binomial coins(5, 0.5);
    const double ways[] = {1, 5, 10, 10, 5, 1};
    double cumulative = 0.0;
    for (std::int64_t k = 0; k <= 5; ++k) {
        cumulative += ways[k] / 32;
        QVERIFY(relativeError(coins.pmf(k), ways[k] / 32) < 5e-16);
        QVERIFY(relativeError(coins.cdf(k), cumulative) < 5e-16);
    }
    QCOMPARE(coins.mode(), std::int64_t{3});
    QCOMPARE(coins.quantile(0.5), std::int64_t{2});
}

void TestCountLaw::countsOutsideTheSupportAreImpossible() {
    const Law law = currentLaw();
    QCOMPARE(law->pmf(-1), 0.0);
    QCOMPARE(law->logPmf(-1), -std::numeric_limits<double>::infinity());
    QCOMPARE(law->cdf(-1), 0.0);
    QCOMPARE(law->survival(-1), 1.0);
    QCOMPARE(law->cdf(law->maximum()), 1.0);
    QCOMPARE(law->survival(law->maximum()), 0.0);
    if (law->maximum() < std::numeric_limits<std::int64_t>::max())
        QCOMPARE(law->pmf(law->maximum() + 1), 0.0);
}

void TestCountLaw::curvesEqualSingleProbabilities() {
    const Law law = currentLaw();
    const auto reach =
        static_cast<std::int64_t>(std::min(8.0 * std::sqrt(law->variance()), 3000.0));
    const std::int64_t first = law->mode() - reach - 3;
    const std::vector<double> cells = law->curve(first, law->mode() + reach + 3);
    QCOMPARE(cells.size(), static_cast<std::size_t>(2 * reach + 7));
    for (std::size_t i = 0; i < cells.size(); ++i)
        QVERIFY(relativeError(cells[i], law->pmf(first + static_cast<std::int64_t>(i))) < 2e-14);
    QVERIFY(law->curve(5, 4).empty());
    QCOMPARE(law->curve(-5, -3), std::vector<double>(3, 0.0));
}

void TestCountLaw::longCurvesStayWithinTheStatedError() {
    const Binomial law(1'000'000'000, 0.31);
    const std::int64_t first = law.mode() - 125'000;
    const std::vector<double> cells = law.curve(first, law.mode() + 125'000);
    test::WorstError worst;
    for (std::size_t i = 0; i < cells.size(); i += 7) {
        const std::int64_t k = first + static_cast<std::int64_t>(i);
        worst.add(relativeError(cells[i], law.pmf(k)) / 1e-15, std::to_string(k));
    }
    qInfo("%s e-15", worst.report().c_str());
    QVERIFY2(worst.error < 20.0, worst.report().c_str());
}

void TestCountLaw::tailsAreSumsOfProbabilities() {
    // Each tail steps by exactly one probability; steps of 1e-13 of a tail are below its digits.
    const Law law = currentLaw();
    const double deviation = std::sqrt(law->variance());
    for (double z : {-30.0, -6.0, -2.0, -0.5, -0.01, 0.0, 0.01, 0.7, 3.0, 7.0, 30.0}) {
        const auto k = static_cast<std::int64_t>(std::llround(law->mean() + z * deviation));
        if (k < 0 || k > law->maximum())
            continue;
        QVERIFY(relativeError(law->cdf(k - 1) + law->pmf(k), law->cdf(k)) < 2e-14);
        QVERIFY(relativeError(law->survival(k) + law->pmf(k), law->survival(k - 1)) < 2e-14);
        QVERIFY(std::fabs(law->survival(k) + law->cdf(k) - 1.0) < 1e-15);
    }
}

void TestCountLaw::quantilesInvertTheTails() {
    const Law law = currentLaw();
    for (double u : {1e-200, 1e-12, 0.001, 0.025, 0.3, 0.5, 0.77, 0.999, 1.0 - 1e-12}) {
        const std::int64_t k = law->quantile(u);
        QVERIFY(law->cdf(k) >= u && (k == 0 || law->cdf(k - 1) < u));
        const std::int64_t upper = law->upperQuantile(u);
        QVERIFY(law->survival(upper) <= u && (upper == 0 || law->survival(upper - 1) > u));
    }
    QCOMPARE(law->quantile(0.0), std::int64_t{0});
    QCOMPARE(law->upperQuantile(1.0), std::int64_t{0});
    QCOMPARE(law->survival(law->quantile(1.0)), 0.0);
    QVERIFY_EXCEPTION_THROWN(law->quantile(std::nan("")), std::domain_error);
    QVERIFY_EXCEPTION_THROWN(law->upperQuantile(std::nan("")), std::domain_error);
}

void TestCountLaw::momentsAreThoseOfTheProbabilities() {
    const Law law = currentLaw();
    if (law->variance() > 1e6)
        QSKIP("too many counts to add");
    const auto reach = static_cast<std::int64_t>(40.0 * std::sqrt(law->variance()) + 40.0);
    const std::int64_t first = std::max<std::int64_t>(0, law->mode() - reach);
    const std::vector<double> cells = law->curve(first, law->mode() + reach);
    double sums[5] = {};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const double offset = static_cast<double>(first) + static_cast<double>(i) - law->mean();
        for (int power = 0; power < 5; ++power)
            sums[power] += cells[i] * std::pow(offset, power);
    }
    const double variance = law->variance();
    QVERIFY(relativeError(sums[0], 1.0) < 1e-13);
    QVERIFY(std::fabs(sums[1]) <= 1e-12 * std::sqrt(variance));
    QVERIFY(std::fabs(sums[2] - variance) <= 1e-12 * variance);
    QVERIFY(std::fabs(sums[3] - law->thirdCentralMoment()) <=
            1e-11 * std::pow(variance, 1.5) + 1e-12 * std::fabs(law->thirdCentralMoment()));
    QVERIFY(std::fabs(sums[4] - law->fourthCentralMoment()) <= 1e-11 * law->fourthCentralMoment());
}

void TestCountLaw::modesAreMostProbable() {
    const Law law = currentLaw();
    const std::int64_t mode = law->mode();
    QVERIFY(law->logPmf(mode) >= law->logPmf(mode - 1));
    QVERIFY(mode == law->maximum() || law->logPmf(mode) >= law->logPmf(mode + 1));
}

void TestCountLaw::badParametersAreRefused() {
    QVERIFY_EXCEPTION_THROWN(Binomial(-1, 0.5), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(Binomial(10, 1.5), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(Binomial(10, -1e-300), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(Binomial(10, std::nan("")), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(Poisson(-1.0), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(Poisson(2e18), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(Poisson(std::nan("")), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestCountLaw)
#include "tst_count_law.moc"
