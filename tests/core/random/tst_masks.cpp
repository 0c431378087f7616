#include "core/random/masks.h"
#include "core/random/vector_path.h"
#include "tests/support/goodness_of_fit.h"

#include <QtTest>

#include <boost/math/distributions/binomial.hpp>
#include <hwy/targets.h>

#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

using namespace plumbline;

namespace {

/// The definition, one unit at a time: binary digits of U against those of p.
bool isKept(std::uint64_t seed, double p, std::uint64_t trial, std::int64_t unit) {
    if (p == 1)
        return false;
    for (std::uint32_t plane = 0; p > 0; ++plane) {
        const PhiloxBlock bits =
            philox4x32({static_cast<std::uint32_t>(unit / 128),
                        static_cast<std::uint32_t>(Role::mask) << 16 | plane,
                        static_cast<std::uint32_t>(trial), static_cast<std::uint32_t>(trial >> 32)},
                       PhiloxKey(seed));
        const bool digitOfU = bits[static_cast<std::size_t>(unit % 128 / 32)] >> (unit % 32) & 1;
        p *= 2;
        const bool digitOfP = p >= 1;
        if (digitOfU != digitOfP)
            return digitOfU;
        p -= digitOfP;
    }
    return true;
}

bool bit(const std::vector<std::uint64_t>& mask, std::int64_t unit) {
    return mask[static_cast<std::size_t>(unit / 64)] >> (unit % 64) & 1;
}

std::int64_t ones(const std::vector<std::uint64_t>& mask) {
    std::int64_t count = 0;
    for (const std::uint64_t word : mask)
        count += std::popcount(word);
    return count;
}

const std::vector<double> kProbabilities = {0,   1,      0.5,    0.25,        0.3,     1e-5,
                                            0.9, 1e-300, 5e-324, 1 - 0x1p-53, 1 - 1e-9};

/// z score of a count of successes.
double score(double count, double trials, double probability) {
    return (count - trials * probability) / std::sqrt(trials * probability * (1 - probability));
}

} // namespace

class MasksTest : public QObject {
    Q_OBJECT

  private slots:
    void cleanup() { setVectorPath(VectorPath::automatic); }

    void masksFollowTheDefinitionUnitByUnit() {
        const std::uint64_t trial = 0x100000005;
        for (const VectorPath path : {VectorPath::automatic, VectorPath::portable}) {
            setVectorPath(path);
            for (const double p : kProbabilities)
                for (const std::int64_t units : {0, 1, 31, 64, 65, 127, 128, 129, 1000}) {
                    const auto mask = MaskSampler(7, Role::mask, p).keepMask(trial, units);
                    QCOMPARE(mask.size(), static_cast<std::size_t>((units + 63) / 64));
                    for (std::int64_t unit = 0; unit < units; ++unit)
                        QCOMPARE(bit(mask, unit), isKept(7, p, trial, unit));
                    if (units % 64 != 0)
                        QCOMPARE(mask.back() >> (units % 64), std::uint64_t{0});
                }
        }
    }

    void bothPathsDrawTheSameCounts() {
        for (const double p : kProbabilities)
            for (const std::int64_t units : {1, 5, 20, 128, 129, 1000, 70'000}) {
                const MaskSampler sampler(3, Role::mask, p);
                std::vector<std::int64_t> vector(units > 1000 ? 5 : 700);
                std::vector<std::int64_t> portable(vector.size());
                sampler.keptCounts(11, units, vector);
                setVectorPath(VectorPath::portable);
                sampler.keptCounts(11, units, portable);
                setVectorPath(VectorPath::automatic);
                QCOMPARE(vector, portable);
            }
    }

    void everyInstructionSetDrawsTheSame_data() {
        QTest::addColumn<qint64>("target");
        for (const std::int64_t target : hwy::SupportedAndGeneratedTargets())
            QTest::newRow(hwy::TargetName(target)) << qint64{target};
    }

    void everyInstructionSetDrawsTheSame() {
        QFETCH(qint64, target);
        hwy::SetSupportedTargetsForTest(target);
        hwy::GetChosenTarget().Update(hwy::SupportedTargets());
        std::vector<std::int64_t> kept(300);
        std::vector<std::uint64_t> words(301);
        for (const VectorPath path : {VectorPath::automatic, VectorPath::portable}) {
            setVectorPath(path);
            std::vector<std::int64_t> counts(kept.size());
            std::vector<std::uint64_t> stream(words.size());
            MaskSampler(3, Role::mask, 0.3).keptCounts(0, 777, counts);
            fillWords({3, Role::counts, 9}, 5, stream);
            if (path == VectorPath::automatic) {
                kept = counts;
                words = stream;
            }
            QCOMPARE(counts, kept);
            QCOMPARE(stream, words);
        }
        hwy::SetSupportedTargetsForTest(0);
        hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    }

    void countsAreTheOnesOfTheMask() {
        const MaskSampler sampler(5, Role::mask, 0.3);
        std::vector<std::int64_t> units(600);
        for (std::size_t t = 0; t < units.size(); ++t)
            units[t] = static_cast<std::int64_t>(t * t % 1999);
        std::vector<std::int64_t> kept(units.size());
        sampler.keptCounts(40, units, kept);
        for (std::size_t t = 0; t < units.size(); ++t) {
            QCOMPARE(kept[t], ones(sampler.keepMask(40 + t, units[t])));
            QCOMPARE(kept[t], sampler.keptCount(40 + t, units[t]));
        }
    }

    void chunksDoNotMatter() {
        const MaskSampler sampler(5, Role::mask, 0.3);
        std::vector<std::int64_t> whole(1000);
        std::vector<std::int64_t> parts(1000);
        sampler.keptCounts(0, 300, whole);
        for (std::size_t begin = 0; begin < parts.size(); begin += 37)
            sampler.keptCounts(
                begin, 300,
                std::span(parts).subspan(begin, std::min<std::size_t>(37, parts.size() - begin)));
        QCOMPARE(whole, parts);
    }

    void rangesOfGroupsAddUpToTheTrial() {
        for (const double p : {0.0, 0.3, 1.0}) {
            const MaskSampler sampler(5, Role::mask, p);
            const std::int64_t units = 1'000'003;
            std::int64_t sum = 0;
            const std::int64_t step = 1777;
            for (std::int64_t group = 0; group < MaskSampler::groupCount(units); group += step)
                sum += sampler.keptCountInGroups(9, units, group, group + step);
            QCOMPARE(sum, sampler.keptCount(9, units));
        }
    }

    void aLargerProbabilityDropsMoreOfTheSameUnits() {
        std::vector<std::uint64_t> before = MaskSampler(5, Role::mask, 0).keepMask(2, 1000);
        QCOMPARE(ones(before), 1000);
        for (const double p : {1e-300, 0.1, 0.10000001, 0.5, 0.7, 0.999, 1.0}) {
            const auto mask = MaskSampler(5, Role::mask, p).keepMask(2, 1000);
            for (std::size_t i = 0; i < mask.size(); ++i)
                QCOMPARE(mask[i] & ~before[i], std::uint64_t{0});
            before = mask;
        }
        QCOMPARE(ones(before), 0);
    }

    void moreUnitsAreAppendedWithoutTouchingTheOthers() {
        const MaskSampler sampler(5, Role::mask, 0.4);
        const auto large = sampler.keepMask(2, 1000);
        for (const std::int64_t units : {1, 63, 64, 130, 999}) {
            const auto small = sampler.keepMask(2, units);
            for (std::int64_t unit = 0; unit < units; ++unit)
                QCOMPARE(bit(small, unit), bit(large, unit));
        }
    }

    void keptCountsFollowTheBinomialLaw_data() {
        QTest::addColumn<double>("p");
        QTest::addColumn<int>("units");
        QTest::newRow("one unit") << 0.3 << 1;
        QTest::newRow("few units") << 0.3 << 20;
        QTest::newRow("half") << 0.5 << 1000;
        QTest::newRow("awkward p") << 0.123456789 << 1000;
        QTest::newRow("rare drops") << 1e-5 << 30'000;
        QTest::newRow("nearly all dropped") << 1 - 1e-3 << 2000;
        QTest::newRow("as good as all dropped") << 1 - 1e-9 << 1000;
    }

    /// A p-value below 10^-6 fails by chance in 1 of 10^6 seeds a row.
    void keptCountsFollowTheBinomialLaw() {
        QFETCH(double, p);
        QFETCH(int, units);
        std::vector<std::int64_t> kept(units > 10'000 ? 5000 : 50'000);
        MaskSampler(2024, Role::mask, p).keptCounts(0, units, kept);
        std::vector<std::int64_t> counts(static_cast<std::size_t>(units) + 1);
        for (const std::int64_t k : kept)
            ++counts.at(static_cast<std::size_t>(k));
        std::vector<double> law;
        const boost::math::binomial dropped(units, p);
        for (int k = 0; k <= units; ++k)
            law.push_back(boost::math::pdf(dropped, units - k));
        QVERIFY(plumbline::testing::chiSquarePValue(counts, law) > 1e-6);
    }

    /// Masks agree in a Binomial(n, 1/2) number of places; |z| < 5.5 each, 8 of them: fails by
    /// chance in about 1 of 3 10^6 seeds.
    void neighboursAreIndependent() {
        const std::int64_t units = 1'000'000;
        const MaskSampler half(17, Role::mask, 0.5);
        const auto mask = half.keepMask(4, units);
        const auto agreement = [&](auto&& other) {
            double same = 0;
            for (std::size_t i = 0; i < mask.size(); ++i)
                same += std::popcount(~(mask[i] ^ other(i)));
            return std::abs(score(same, static_cast<double>(units), 0.5));
        };
        for (const int shift : {1, 32, 63})
            QVERIFY(agreement([&](std::size_t i) { return std::rotl(mask[i], shift); }) < 5.5);
        for (const std::size_t words : {1, 2})
            QVERIFY(agreement([&](std::size_t i) { return mask[(i + words) % mask.size()]; }) <
                    5.5);
        const auto nextTrial = half.keepMask(5, units);
        QVERIFY(agreement([&](std::size_t i) { return nextTrial[i]; }) < 5.5);
        const auto nextSeed = MaskSampler(18, Role::mask, 0.5).keepMask(4, units);
        QVERIFY(agreement([&](std::size_t i) { return nextSeed[i]; }) < 5.5);
        // Dropped at 3/4 and kept at 1/2 or below 1/4: the second digit of U is 0.
        const auto quarter = MaskSampler(17, Role::mask, 0.25).keepMask(4, units);
        const auto threeQuarters = MaskSampler(17, Role::mask, 0.75).keepMask(4, units);
        QVERIFY(agreement([&](std::size_t i) {
                    return ~quarter[i] | (mask[i] & ~threeQuarters[i]);
                }) < 5.5);
    }

    void trialsFarApartAndRolesHaveTheirOwnMasks() {
        const MaskSampler sampler(17, Role::mask, 0.5);
        const auto mask = sampler.keepMask(4, 256);
        QVERIFY(sampler.keepMask(4 + (std::uint64_t{1} << 32), 256) != mask);
        QVERIFY(MaskSampler(17, Role::illustration, 0.5).keepMask(4, 256) != mask);
    }

    void aBillionUnitsKeepTheExpectedFraction() {
        // One range of ten million units far out; |z| < 5 fails by chance in 1 of 10^6 seeds.
        const MaskSampler sampler(17, Role::mask, 0.3);
        const std::int64_t last = MaskSampler::groupCount(1'000'000'000);
        const std::int64_t groups = 78'125;
        const auto kept = sampler.keptCountInGroups(0, 1'000'000'000, last - groups, last);
        QVERIFY(std::abs(score(static_cast<double>(kept), 1e7, 0.7)) < 5);
    }

    void argumentsOutOfRangeAreRefused() {
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, MaskSampler(1, Role::mask, -0.1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, MaskSampler(1, Role::mask, 1.1));
        QVERIFY_THROWS_EXCEPTION(
            std::invalid_argument,
            MaskSampler(1, Role::mask, std::numeric_limits<double>::quiet_NaN()));
        const MaskSampler sampler(1, Role::mask, 0.5);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, sampler.keptCount(0, -1));
        std::vector<std::int64_t> kept(3);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument,
                                 sampler.keptCounts(0, std::vector<std::int64_t>{1, 2}, kept));
    }

    /// From an independent implementation in Python with mpmath at 40 digits.
    void goldenCounts() {
        std::vector<std::int64_t> kept(6);
        MaskSampler(7, Role::mask, 0.3).keptCounts(0, 1000, kept);
        QCOMPARE(kept, (std::vector<std::int64_t>{700, 713, 678, 723, 677, 702}));
    }
};

QTEST_APPLESS_MAIN(MasksTest)
#include "tst_masks.moc"
