#include "core/distributions/binomial.h"
#include "core/distributions/normal.h"
#include "core/distributions/poisson.h"
#include "core/statistics/correlation.h"
#include "core/statistics/goodness_of_fit.h"
#include "core/statistics/sequential.h"
#include "tests/support/test_sampler.h"

#include <QtTest>

#include <cmath>
#include <memory>
#include <stdexcept>

using namespace plumbline;

namespace {

std::unique_ptr<CountLaw> lawNamed(const QString& name) {
    if (name == "coin")
        return std::make_unique<Binomial>(1, 0.5);
    if (name == "rare Poisson")
        return std::make_unique<Poisson>(0.05);
    if (name == "nearly all dropped")
        return std::make_unique<Binomial>(Binomial::keptUnits(100, 0.999));
    if (name == "nearly all kept")
        return std::make_unique<Binomial>(Binomial::keptUnits(100, 0.001));
    if (name == "half of 100")
        return std::make_unique<Binomial>(100, 0.5);
    if (name == "few")
        return std::make_unique<Poisson>(3.0);
    return std::make_unique<Poisson>(100.0);
}

/// Every number of trials to 64, then every one that is 2 % larger than the last.
std::vector<std::int64_t> looksUpTo(std::int64_t most) {
    std::vector<std::int64_t> looks;
    for (std::int64_t n = 1; n <= most; n += std::max<std::int64_t>(1, n / 50))
        looks.push_back(n);
    return looks;
}

struct Tolerances {
    std::vector<double> mean;
    std::vector<double> variance;
};

Tolerances tolerancesAt(const CountLaw& law, const std::vector<std::int64_t>& looks,
                        double runAlpha) {
    Tolerances tolerances;
    for (const std::int64_t n : looks) {
        const double alpha = sequentialAlpha(n, 1, runAlpha);
        tolerances.mean.push_back(meanTolerance(law, n, alpha));
        tolerances.variance.push_back(n < 2 ? 0.0 : varianceTolerance(law, n, alpha));
    }
    return tolerances;
}

/// Whether a run was ever called wrong, by its mean and by its variance.
struct Alarms {
    bool mean = false;
    bool variance = false;
};

constexpr std::int64_t kTrials = 8192;

struct RunningMoments {
    double n = 0.0;
    double sum = 0.0;
    double squares = 0.0;

    void add(double x) {
        n += 1.0;
        sum += x;
        squares += x * x;
    }
    double mean() const { return sum / n; }
    double variance() const { return (squares - sum * sum / n) / (n - 1.0); }
};

void look(const RunningMoments& sample, const CountLaw& law, const Tolerances& tolerances,
          std::size_t index, Alarms& alarms) {
    alarms.mean |= std::fabs(sample.mean() - law.mean()) > tolerances.mean[index];
    alarms.variance |= sample.n > 1.0 &&
                       std::fabs(sample.variance() - law.variance()) > tolerances.variance[index];
}

} // namespace

class TestSequential : public QObject {
    Q_OBJECT

  private slots:
    void thresholdSpendsTheAlphaOfOneOctave();
    void moreChecksNeedMoreEvidence();
    void trueLawsAreRarelyCalledWrongAtAnyLook_data();
    void trueLawsAreRarelyCalledWrongAtAnyLook();
    void rareIndependentCountsAreNotCalledDependent_data();
    void rareIndependentCountsAreNotCalledDependent();
    void chiSquareIsRarelyWrongAtAnyLook();
    void wrongLawsAreFound();
    void meanToleranceIsTheExactQuantile();
    void tolerancesMeetTheNormalLimit_data();
    void tolerancesMeetTheNormalLimit();
    void hugeSumsDoNotOverflow_data();
    void hugeSumsDoNotOverflow();
    void certainLawsTolerateRoundingAlone();
    void badArgumentsAreRefused();
};

void TestSequential::thresholdSpendsTheAlphaOfOneOctave() {
    const double z = sequentialZ(1000, 5);
    const double crossing = 2.0 * normalDensity(z) * (z * std::log(2.0) + 2.0 / z);
    QVERIFY(std::fabs(crossing * 5 * kOctaves / kRunAlpha - 1.0) < 1e-9);
    QVERIFY(z > 5.0 && z < 5.4);
    QCOMPARE(sequentialAlpha(1000, 5), 2.0 * normalCdf(-z));
}

void TestSequential::moreChecksNeedMoreEvidence() {
    QVERIFY(sequentialZ(10, 2) > sequentialZ(10, 1));
    QVERIFY(sequentialZ(10, 1, 1e-4) > sequentialZ(10, 1, 1e-3));
    QCOMPARE(sequentialZ(1, 3), sequentialZ(1'000'000'000'000, 3));
}

void TestSequential::trueLawsAreRarelyCalledWrongAtAnyLook_data() {
    QTest::addColumn<int>("runs");
    for (const char* name : {"coin", "rare Poisson", "nearly all dropped", "nearly all kept",
                             "half of 100", "few", "hundred"})
        QTest::newRow(name) << 3000;
}

void TestSequential::trueLawsAreRarelyCalledWrongAtAnyLook() {
    // 13 of 40 octaves are run, so of an alpha of 5 % at most 1.6 % may be spent: 49 of 3000 runs,
    // and 76 are reached in 1 of 10,000 tests. Of an alpha of 1/1000: 1 run, 7 in 1 of 10,000.
    QFETCH(int, runs);
    const auto law = lawNamed(QTest::currentDataTag());
    const test::LawSampler sampler(*law);
    const std::vector<std::int64_t> looks = looksUpTo(kTrials);
    const Tolerances loose = tolerancesAt(*law, looks, 0.05);
    const Tolerances strict = tolerancesAt(*law, looks, kRunAlpha);
    int looseMean = 0, looseVariance = 0, strictMean = 0, strictVariance = 0;
    for (int run = 0; run < runs; ++run) {
        test::SplitMix random(static_cast<std::uint64_t>(run) * 7919 + 1);
        RunningMoments sample;
        Alarms atLoose, atStrict;
        for (std::size_t next = 0; next < looks.size(); ++next) {
            while (static_cast<std::int64_t>(sample.n) < looks[next])
                sample.add(static_cast<double>(sampler.draw(random)));
            look(sample, *law, loose, next, atLoose);
            look(sample, *law, strict, next, atStrict);
        }
        looseMean += atLoose.mean;
        looseVariance += atLoose.variance;
        strictMean += atStrict.mean;
        strictVariance += atStrict.variance;
    }
    qInfo("alarms in %d runs: mean %d and variance %d at 5 %%, %d and %d at 1/1000", runs,
          looseMean, looseVariance, strictMean, strictVariance);
    QVERIFY(looseMean < 76);
    QVERIFY(looseVariance < 76);
    QVERIFY(strictMean < 7);
    QVERIFY(strictVariance < 7);
}

void TestSequential::rareIndependentCountsAreNotCalledDependent_data() {
    QTest::addColumn<double>("meanX");
    QTest::addColumn<double>("meanY");
    QTest::newRow("both rare") << 0.02 << 0.03;
    QTest::newRow("one rare") << 0.05 << 5.0;
    QTest::newRow("neither rare") << 20.0 << 30.0;
}

void TestSequential::rareIndependentCountsAreNotCalledDependent() {
    // At 5 % and 13 octaves 1.6 % may be spent: 32 of 2000 runs; 54 are reached in 1 of 10,000.
    QFETCH(double, meanX);
    QFETCH(double, meanY);
    const Poisson x(meanX), y(meanY);
    const test::LawSampler samplerX(x), samplerY(y);
    const std::vector<std::int64_t> looks = looksUpTo(kTrials);
    std::vector<double> tolerances(looks.size(), 0.0);
    for (std::size_t i = 1; i < looks.size(); ++i)
        tolerances[i] = covarianceTolerance(x, y, looks[i], sequentialAlpha(looks[i], 1, 0.05));
    int alarms = 0;
    for (std::uint64_t run = 0; run < 2000; ++run) {
        test::SplitMix random(run * 104'729 + 3);
        PairSums pairs;
        bool alarm = false;
        for (std::size_t next = 1; next < looks.size(); ++next) {
            while (pairs.count() < looks[next]) {
                const std::int64_t first = samplerX.draw(random);
                pairs.add(first, samplerY.draw(random));
            }
            alarm |= std::fabs(pairs.covariance()) > tolerances[next];
        }
        alarms += alarm;
    }
    qInfo("%d alarms", alarms);
    QVERIFY(alarms < 54);
}

void TestSequential::chiSquareIsRarelyWrongAtAnyLook() {
    // 12 of 40 octaves may spend 1.5 % of 1500 runs: 22, and 42 are reached in 1 of 10,000 tests.
    const Poisson law(3.0);
    const test::LawSampler sampler(law);
    const std::vector<std::int64_t> looks = looksUpTo(4096);
    const double alpha = sequentialAlpha(1, 1, 0.05);
    int alarms = 0;
    for (std::uint64_t run = 0; run < 1500; ++run) {
        test::SplitMix random(run * 15'485'863 + 9);
        IntegerHistogram counts(sampler.first(), sampler.last());
        bool alarm = false;
        for (const std::int64_t n : looks) {
            while (counts.total() < n)
                counts.add(sampler.draw(random));
            const auto fit =
                chiSquareTest({counts.cells(), sampler.probabilities(), 0, 0, 0.0, 0.0});
            alarm |= fit.pValue && *fit.pValue < alpha;
        }
        alarms += alarm;
    }
    qInfo("%d alarms", alarms);
    QVERIFY(alarms < 42);
}

void TestSequential::wrongLawsAreFound() {
    // Power: a law 8 standard errors away is outside in all but 1 of 300 looks or so.
    const Binomial law(100, 0.5);
    const std::int64_t n = 10'000;
    const double standardError = std::sqrt(law.variance() / static_cast<double>(n));
    QVERIFY(meanTolerance(law, n, sequentialAlpha(n, 6)) < 5.6 * standardError);
}

void TestSequential::meanToleranceIsTheExactQuantile() {
    // 3 tosses: the sum leaves [0, 3] never, and 0 or 3 come with probability 1/4 together.
    const Binomial coin(1, 0.5);
    QVERIFY(meanTolerance(coin, 3, 0.2) > 0.5);
    QVERIFY(meanTolerance(coin, 3, 0.3) < 0.5);
    QVERIFY(meanTolerance(coin, 3, 0.3) > 1.0 / 6.0);
}

void TestSequential::tolerancesMeetTheNormalLimit_data() {
    QTest::addColumn<bool>("unused");
    for (const char* name : {"coin", "rare Poisson", "nearly all kept", "half of 100", "hundred"})
        QTest::newRow(name) << true;
}

void TestSequential::tolerancesMeetTheNormalLimit() {
    const auto law = lawNamed(QTest::currentDataTag());
    const std::int64_t n = 1'000'000'000'000;
    const auto trials = static_cast<double>(n);
    const double alpha = 1e-6;
    const double z = -normalQuantile(0.5 * alpha);
    const double mean = meanTolerance(*law, n, alpha) / std::sqrt(law->variance() / trials);
    QVERIFY(std::fabs(mean / z - 1.0) < 2e-3);
    const double variance = law->variance();
    const double spread = law->fourthCentralMoment() - variance * variance;
    if (spread < 1e-9)
        return; // the coin, whose squares never vary: its limit is not normal
    const double relative = varianceTolerance(*law, n, alpha) / std::sqrt(spread / trials);
    QVERIFY(relative > z && relative < 1.08 * z);
    const double covariance = covarianceTolerance(*law, *law, n, alpha) * std::sqrt(trials);
    QVERIFY(covariance > z * variance && covariance < 1.08 * z * variance);
}

void TestSequential::hugeSumsDoNotOverflow_data() {
    QTest::addColumn<double>("drop");
    QTest::newRow("half") << 0.5;
    QTest::newRow("none of 1e21 dropped but a few") << 1e-20;
    QTest::newRow("a few of 1e21 kept") << 1.0 - 0x1p-53;
}

void TestSequential::hugeSumsDoNotOverflow() {
    QFETCH(double, drop);
    const Binomial law = Binomial::keptUnits(1'000'000'000, drop);
    const std::int64_t n = 1'000'000'000'000;
    const double tolerance = meanTolerance(law, n, 1e-6);
    const double standardError = std::sqrt(law.variance() / static_cast<double>(n));
    const double rounding = 4e-16 * law.mean();
    QVERIFY(tolerance > 4.8 * standardError);
    QVERIFY(tolerance < 8.0 * standardError + 1.2 * rounding);
}

void TestSequential::certainLawsTolerateRoundingAlone() {
    const Binomial law(1'000'000'000, 1.0);
    QVERIFY(meanTolerance(law, 1000, 0.01) < 1e-6);
    QCOMPARE(varianceTolerance(law, 1000, 0.01), 0.0);
}

void TestSequential::badArgumentsAreRefused() {
    const Poisson law(1.0);
    QVERIFY_EXCEPTION_THROWN(sequentialZ(0, 1), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(sequentialZ(1, 0), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(sequentialZ(1, 1, 1.0), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(meanTolerance(law, 0, 0.1), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(meanTolerance(law, 5, std::nan("")), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(varianceTolerance(law, 1, 0.1), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestSequential)
#include "tst_sequential.moc"
