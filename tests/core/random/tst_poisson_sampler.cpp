#include "core/distributions/poisson.h"
#include "core/random/log_mass.h"
#include "core/random/poisson_sampler.h"
#include "tests/support/goodness_of_fit.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace plumbline;

class PoissonSamplerTest : public QObject {
    Q_OBJECT

  private slots:
    void drawsFollowTheLaw_data() {
        QTest::addColumn<double>("mean");
        for (const double mean : {0.01, 0.5, 3.0, 9.99, 10.0, 12.5, 100.0, 1e6, 1e12})
            QTest::addRow("%g", mean) << mean;
    }

    /// Forty cells of nearly equal probability. A p-value below 10^-6 fails by chance in 1 of 10^6
    /// seeds a row.
    void drawsFollowTheLaw() {
        QFETCH(double, mean);
        const Poisson law{DoubleDouble(mean)};
        std::vector<std::int64_t> ends;
        for (int i = 1; i < 40; ++i)
            ends.push_back(law.quantile(i / 40.0));
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        std::vector<double> probabilities;
        for (std::size_t i = 0; i < ends.size(); ++i)
            probabilities.push_back(law.cdf(ends[i]) - (i > 0 ? law.cdf(ends[i - 1]) : 0));
        probabilities.push_back(law.survival(ends.back()));
        std::vector<std::int64_t> counts(probabilities.size());
        Stream stream({41, Role::data, 0});
        for (int i = 0; i < 400'000; ++i)
            ++counts[static_cast<std::size_t>(
                std::ranges::lower_bound(ends, drawPoisson(stream, mean)) - ends.begin())];
        QVERIFY(plumbline::testing::chiSquarePValue(counts, probabilities) > 1e-6);
    }

    /// Cell by cell, tails included; 10^-6 as above.
    void everyCellOfARejectionLawIsHitAsOftenAsItShould() {
        const Poisson law{DoubleDouble(15.0)};
        std::vector<std::int64_t> counts(100);
        Stream stream({42, Role::data, 0});
        for (int i = 0; i < 2'000'000; ++i)
            ++counts[static_cast<std::size_t>(std::min<std::int64_t>(99, drawPoisson(stream, 15)))];
        QVERIFY(plumbline::testing::chiSquarePValue(counts, law.curve(0, 99)) > 1e-6);
    }

    void massesAgreeWithTheLaw() {
        for (const double mean : {10.0, 1e3, 1e6, 1e12}) {
            const Poisson law{DoubleDouble(mean)};
            for (int step = -8; step <= 8; ++step) {
                const double k = std::floor(mean + step * std::sqrt(mean));
                if (k < 0)
                    continue;
                const double expected = law.logPmf(static_cast<std::int64_t>(k));
                QVERIFY(std::abs(poissonLogMass(k, mean) - expected) <
                        1e-14 + 2e-15 * std::abs(expected));
            }
        }
        QCOMPARE(poissonLogMass(0, 12.0), -12.0);
    }

    void aMeanOfZeroGivesZero() {
        Stream stream({1, Role::data, 0});
        QCOMPARE(drawPoisson(stream, 0), 0);
    }

    void argumentsOutOfRangeAreRefused() {
        Stream stream({1, Role::data, 0});
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, drawPoisson(stream, -1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, drawPoisson(stream, 1e16));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument,
                                 drawPoisson(stream, std::numeric_limits<double>::quiet_NaN()));
    }

    /// From an independent implementation in Python with mpmath at 40 digits.
    void goldenDraws() {
        Stream stream({7, Role::data, 0});
        std::vector<std::int64_t> draws;
        for (const double mean : {0.5, 5.0, 50.0, 1e6, 1e12, 1e12})
            draws.push_back(drawPoisson(stream, mean));
        QCOMPARE(draws, (std::vector<std::int64_t>{1, 6, 46, 1001194, 999998756574, 999998929506}));
    }
};

QTEST_APPLESS_MAIN(PoissonSamplerTest)
#include "tst_poisson_sampler.moc"
