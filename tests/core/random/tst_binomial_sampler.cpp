#include "core/distributions/binomial.h"
#include "core/random/binomial_sampler.h"
#include "core/random/log_mass.h"
#include "tests/support/goodness_of_fit.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace plumbline;

namespace {

/// 40 cells of nearly equal probability: their upper ends and their exact probabilities.
struct Cells {
    std::vector<std::int64_t> ends;
    std::vector<double> law;
};

Cells equalCells(const CountLaw& law) {
    constexpr int kCells = 40;
    Cells cells;
    double below = 0;
    for (int i = 1; i <= kCells; ++i) {
        const std::int64_t end = i < kCells ? law.quantile(i / double{kCells})
                                            : std::numeric_limits<std::int64_t>::max();
        if (!cells.ends.empty() && end <= cells.ends.back())
            continue;
        const double upTo = i < kCells ? law.cdf(end) : 1.0;
        cells.ends.push_back(end);
        cells.law.push_back(upTo - below);
        below = upTo;
    }
    return cells;
}

} // namespace

class BinomialSamplerTest : public QObject {
    Q_OBJECT

  private slots:
    void drawsFollowTheLaw_data() {
        QTest::addColumn<qint64>("n");
        QTest::addColumn<double>("p");
        QTest::newRow("one trial") << qint64{1} << 0.3;
        QTest::newRow("few trials") << qint64{15} << 0.5;
        QTest::newRow("few failures") << qint64{100} << 0.97;
        QTest::newRow("rare, 10^12 trials") << qint64{1'000'000'000'000} << 3e-12;
        QTest::newRow("just below rejection") << qint64{1000} << 0.00999;
        QTest::newRow("just above rejection") << qint64{1000} << 0.0101;
        QTest::newRow("smallest symmetric rejection") << qint64{20} << 0.5;
        QTest::newRow("moderate") << qint64{1000} << 0.3;
        QTest::newRow("moderate, p above half") << qint64{1000} << 0.8;
        QTest::newRow("10^6") << qint64{1'000'000} << 0.01;
        QTest::newRow("10^9") << qint64{1'000'000'000} << 0.31;
        QTest::newRow("10^12") << qint64{1'000'000'000'000} << 0.5;
        QTest::newRow("10^12, p above half") << qint64{1'000'000'000'000} << 0.999;
    }

    /// A p-value below 10^-6 fails by chance in 1 of 10^6 seeds a row.
    void drawsFollowTheLaw() {
        QFETCH(qint64, n);
        QFETCH(double, p);
        const Binomial law(n, DoubleDouble(p));
        const Cells cells = equalCells(law);
        std::vector<std::int64_t> counts(cells.ends.size());
        Stream stream({31, Role::data, 0});
        for (int i = 0; i < 400'000; ++i) {
            const std::int64_t k = drawBinomial(stream, n, p);
            QVERIFY(k >= 0 && k <= n);
            ++counts[static_cast<std::size_t>(std::ranges::lower_bound(cells.ends, k) -
                                              cells.ends.begin())];
        }
        QVERIFY(plumbline::testing::chiSquarePValue(counts, cells.law) > 1e-6);
    }

    /// Cell by cell, tails included; 10^-6 as above.
    void everyCellOfARejectionLawIsHitAsOftenAsItShould() {
        const Binomial law(200, DoubleDouble(0.2));
        std::vector<std::int64_t> counts(201);
        Stream stream({32, Role::data, 0});
        for (int i = 0; i < 2'000'000; ++i)
            ++counts[static_cast<std::size_t>(drawBinomial(stream, 200, 0.2))];
        QVERIFY(plumbline::testing::chiSquarePValue(counts, law.curve(0, 200)) > 1e-6);
    }

    void degenerateLawsGiveTheirOnlyCount() {
        Stream stream({1, Role::data, 0});
        QCOMPARE(drawBinomial(stream, 0, 0.5), 0);
        QCOMPARE(drawBinomial(stream, 10, 0.0), 0);
        QCOMPARE(drawBinomial(stream, 1'000'000'000'000, 1.0), 1'000'000'000'000);
    }

    void massesAgreeWithTheLaw() {
        for (const std::int64_t n : {20, 1000, 1'000'000, 1'000'000'000})
            for (const double p : {0.01, 0.3, 0.5}) {
                const Binomial law(n, DoubleDouble(p));
                const auto deviation = static_cast<std::int64_t>(std::sqrt(law.variance())) + 1;
                for (std::int64_t step = -8; step <= 8; ++step) {
                    const std::int64_t k = law.mode() + step * deviation;
                    if (k < 0 || k > n)
                        continue;
                    const double mass =
                        binomialLogMass(static_cast<double>(k), static_cast<double>(n), p, 1 - p);
                    const double expected = law.logPmf(k);
                    // q = 1 - p is rounded here: up to 2^-54 relative, times z sqrt(n p / q).
                    const double rounding =
                        0x1p-54 * 8 * std::sqrt(static_cast<double>(n) * p / (1 - p));
                    QVERIFY(std::abs(mass - expected) <
                            1e-14 + 2e-15 * std::abs(expected) + rounding);
                }
            }
    }

    void argumentsOutOfRangeAreRefused() {
        Stream stream({1, Role::data, 0});
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, drawBinomial(stream, -1, 0.5));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, drawBinomial(stream, 10, 1.5));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, drawBinomial(stream, 10, 0.5, 0.4));
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, drawBinomial(stream, 10, nan));
    }

    /// From an independent implementation in Python with mpmath at 40 digits.
    void goldenDraws() {
        Stream stream({7, Role::data, 0});
        std::vector<std::int64_t> draws;
        for (const std::int64_t n : {10LL, 1000LL, 1'000'000LL, 1'000'000'000'000LL})
            for (const double p : {0.3, 0.7})
                draws.push_back(drawBinomial(stream, n, p));
        QCOMPARE(draws, (std::vector<std::int64_t>{4, 6, 291, 683, 299430, 700491, 300000170128,
                                                   699999472308}));
    }
};

QTEST_APPLESS_MAIN(BinomialSamplerTest)
#include "tst_binomial_sampler.moc"
