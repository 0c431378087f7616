#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/random/counts.h"
#include "tests/support/goodness_of_fit.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <vector>

using namespace plumbline;

namespace {

const StreamKey kKey{7, Role::counts, 0};

double pValue(const CountLaw& law, const std::vector<std::int64_t>& draws) {
    const CountSupport support = supportOf(law);
    std::vector<std::int64_t> cells(support.pmf.size());
    for (const std::int64_t draw : draws)
        ++cells.at(static_cast<std::size_t>(draw - support.first));
    return plumbline::testing::chiSquarePValue(cells, support.pmf);
}

} // namespace

class CountsTest : public QObject {
    Q_OBJECT

  private slots:
    void countsFollowTheLaw_data() {
        QTest::addColumn<qint64>("units");
        QTest::addColumn<double>("p");
        QTest::newRow("one unit") << qint64{1} << 0.3;
        QTest::newRow("hundred units") << qint64{100} << 0.5;
        QTest::newRow("rare drops") << qint64{1000} << 1e-5;
        QTest::newRow("rare survivors") << qint64{1'000'000'000} << 1 - 1e-9;
        QTest::newRow("a million units") << qint64{1'000'000} << 0.3;
    }

    /// A p-value below 10^-6 fails by chance in 1 of 10^6 seeds a row.
    void countsFollowTheLaw() {
        QFETCH(qint64, units);
        QFETCH(double, p);
        const Binomial law = Binomial::keptUnits(units, p);
        std::vector<std::int64_t> draws(200'000);
        CountSampler(kKey, law).counts(0, draws);
        QVERIFY(pValue(law, draws) > 1e-6);
    }

    void poissonSizesFollowTheLaw() {
        for (const double lambda : {0.01, 3.0, 100.0, 1e6}) {
            const Poisson law{DoubleDouble(lambda)};
            std::vector<std::int64_t> draws(200'000);
            CountSampler({8, Role::units}, law).counts(0, draws);
            QVERIFY(pValue(law, draws) > 1e-6);
        }
    }

    void theLargestLayerStaysWithinItsSupport() {
        const Binomial law = Binomial::keptUnits(1'000'000'000, 0.5);
        const CountSampler sampler(kKey, law);
        QVERIFY(sampler.last() - sampler.first() > 250'000);
        std::vector<std::int64_t> draws(20'000);
        sampler.counts(0, draws);
        double sum = 0;
        for (const std::int64_t draw : draws)
            sum += static_cast<double>(draw) - 5e8;
        // |z| < 5 fails by chance in about 1 of 10^6 seeds.
        QVERIFY(std::abs(sum) < 5 * std::sqrt(2.5e8 * 20'000));
    }

    void aLargerDropProbabilityNeverKeepsMore() {
        std::vector<std::int64_t> before(5000, 1000);
        for (const double p : {0.0, 1e-9, 0.1, 0.100001, 0.5, 0.9, 0.999, 1.0}) {
            std::vector<std::int64_t> kept(before.size());
            CountSampler(kKey, Binomial::keptUnits(1000, p)).counts(0, kept);
            for (std::size_t t = 0; t < kept.size(); ++t)
                QVERIFY(kept[t] <= before[t]);
            before = kept;
        }
        QCOMPARE(before, std::vector<std::int64_t>(5000, 0));
    }

    void trialsAreKeyedByTheirNumber() {
        const CountSampler sampler(kKey, Binomial::keptUnits(1000, 0.3));
        std::vector<std::int64_t> whole(1000);
        sampler.counts(5, whole);
        for (std::size_t t = 0; t < whole.size(); t += 7)
            QCOMPARE(sampler.count(5 + t), whole[t]);
        std::vector<std::int64_t> part(300);
        sampler.counts(5 + 123, part);
        QVERIFY(std::equal(part.begin(), part.end(), whole.begin() + 123));
    }

    void histogramsCountTheSameTrials() {
        const CountSampler sampler(kKey, Binomial::keptUnits(1000, 0.3));
        const auto size = static_cast<std::size_t>(sampler.last() - sampler.first() + 1);
        std::vector<std::int64_t> expected(size);
        std::vector<std::int64_t> draws(1000);
        sampler.counts(9, draws);
        for (const std::int64_t draw : draws)
            ++expected[static_cast<std::size_t>(draw - sampler.first())];
        std::vector<std::int64_t> cells(size);
        sampler.addToHistogram(9, 300, cells);
        sampler.addToHistogram(309, 700, cells);
        QCOMPARE(cells, expected);
        cells.pop_back();
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, sampler.addToHistogram(0, 1, cells));
    }

    void splitCountsFollowTheBinomialOfEverySize_data() {
        QTest::addColumn<qint64>("units");
        QTest::newRow("the smallest") << qint64{90};
        QTest::newRow("one digit") << qint64{97};
        QTest::newRow("two digits") << qint64{90 + 3 + 16 * 7};
        QTest::newRow("three digits, one of them 0") << qint64{90 + 15 + 256 * 3};
        QTest::newRow("the largest") << qint64{1000};
    }

    /// A p-value below 10^-6 fails by chance in 1 of 10^6 seeds a row.
    void splitCountsFollowTheBinomialOfEverySize() {
        QFETCH(qint64, units);
        const SplitBinomialSampler sampler(kKey, 90, 1000, 0.3);
        const std::vector<std::int64_t> sizes(200'000, units);
        std::vector<std::int64_t> kept(sizes.size());
        sampler.keptCounts(0, sizes, kept);
        QVERIFY(pValue(Binomial::keptUnits(units, 0.3), kept) > 1e-6);
    }

    /// Kept and dropped counts of a Poisson number of units are independent Poisson counts. Two
    /// p-values at 10^-6 and a correlation at |z| < 5: 1 of 400,000 seeds a row fails by chance.
    void thinningAPoissonNumberOfUnitsGivesTwoIndependentPoissonCounts() {
        for (const double lambda : {0.01, 2.0, 100.0, 1e4, 1e6}) {
            const double p = 0.3;
            const CountSampler sizes({7, Role::units}, Poisson{DoubleDouble(lambda)});
            const SplitBinomialSampler sampler(kKey, sizes.first(), sizes.last(), p);
            std::vector<std::int64_t> units(100'000);
            std::vector<std::int64_t> kept(units.size());
            std::vector<std::int64_t> dropped(units.size());
            sizes.counts(0, units);
            sampler.keptCounts(0, units, kept);
            double product = 0;
            for (std::size_t t = 0; t < units.size(); ++t) {
                QVERIFY(kept[t] >= 0 && kept[t] <= units[t]);
                dropped[t] = units[t] - kept[t];
                product += (static_cast<double>(kept[t]) - 0.7 * lambda) *
                           (static_cast<double>(dropped[t]) - 0.3 * lambda);
            }
            QVERIFY(pValue(Poisson(complement(p) * lambda), kept) > 1e-6);
            QVERIFY(pValue(Poisson(twoProd(p, lambda)), dropped) > 1e-6);
            if (lambda >= 1)
                QVERIFY(std::abs(product) < 5 * std::sqrt(0.21 * lambda * lambda * 1e5));
        }
    }

    void splitCountsNeverGrowWithTheDropProbability() {
        const CountSampler sizes({7, Role::units}, Poisson{DoubleDouble(1000.0)});
        std::vector<std::int64_t> units(3000);
        sizes.counts(0, units);
        std::vector<std::int64_t> before = units;
        for (const double p : {0.0, 1e-9, 0.1, 0.100001, 0.5, 0.9, 0.999, 1.0}) {
            const SplitBinomialSampler sampler(kKey, sizes.first(), sizes.last(), p);
            std::vector<std::int64_t> kept(units.size());
            sampler.keptCounts(0, units, kept);
            for (std::size_t t = 0; t < kept.size(); ++t)
                QVERIFY(kept[t] <= before[t]);
            before = kept;
        }
        QCOMPARE(before, std::vector<std::int64_t>(3000, 0));
    }

    void splitTrialsAreKeyedByTheirNumber() {
        const SplitBinomialSampler sampler(kKey, 0, 5000, 0.4);
        std::vector<std::int64_t> units(700);
        for (std::size_t t = 0; t < units.size(); ++t)
            units[t] = static_cast<std::int64_t>(t * 7);
        std::vector<std::int64_t> kept(units.size());
        sampler.keptCounts(11, units, kept);
        for (std::size_t t = 0; t < units.size(); t += 13)
            QCOMPARE(sampler.keptCount(11 + t, units[t]), kept[t]);
    }

    void sizesOutOfRangeAreRefused() {
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, SplitBinomialSampler(kKey, 5, 4, 0.5));
        const SplitBinomialSampler sampler(kKey, 5, 10, 0.5);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, sampler.keptCount(0, 4));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, sampler.keptCount(0, 11));
    }

    /// From an independent implementation in Python with mpmath at 40 digits.
    void goldenCounts() {
        std::vector<std::int64_t> kept(6);
        CountSampler(kKey, Binomial::keptUnits(1000, 0.3)).counts(0, kept);
        QCOMPARE(kept, (std::vector<std::int64_t>{729, 725, 713, 715, 694, 683}));
        const std::vector<std::int64_t> units = {990'000, 995'123, 1'000'000, 1'004'000};
        kept.resize(4);
        SplitBinomialSampler(kKey, 990'000, 1'010'000, 0.3).keptCounts(0, units, kept);
        QCOMPARE(kept, (std::vector<std::int64_t>{693907, 697371, 700384, 703241}));
    }
};

QTEST_APPLESS_MAIN(CountsTest)
#include "tst_counts.moc"
