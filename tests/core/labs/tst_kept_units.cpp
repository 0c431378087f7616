#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/labs/kept_units/kept_units.h"
#include "core/labs/kept_units/simulation.h"
#include "core/labs/kept_units/verdicts.h"
#include "core/random/vector_path.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <map>
#include <numeric>
#include <stop_token>

using namespace plumbline;

namespace {

using Values = std::vector<std::pair<std::string, ParameterValue>>;

std::unique_ptr<LabRun> started(const Values& values, std::int64_t trials, std::uint64_t seed = 1) {
    Parameters parameters(keptUnitsLab().description().parameters);
    for (const auto& [name, value] : values)
        parameters.set(name, value);
    return keptUnitsLab().start(parameters, seed, trials);
}

Report reported(const Values& values, std::int64_t trials, std::uint64_t seed = 1) {
    const auto run = started(values, trials, seed);
    run->advance(trials, {.stop = {}, .threads = 2, .deadline = {}, .progress = {}});
    return run->report(Detail::complete);
}

const std::vector<double>& values(const Report& report, const char* name) {
    return report.array(name)->values;
}

double sum(const std::vector<double>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

const std::string kMasks = "masks";
const std::string kCounts = "counts";
const std::string kHistogram = "histogram";
const std::string kPoisson = "poisson";

} // namespace

/// Whole runs of the lab: laws, verdicts, samplings and single trials. Above 450 lines, since all of
/// it asks one run's report through the few functions above, and much of it is rows of settings.
class TestKeptUnits : public QObject {
    Q_OBJECT

  private slots:
    void cleanup() { setVectorPath(VectorPath::automatic); }
    void countsAddUpToTheTrials_data();
    void countsAddUpToTheTrials();
    void theLawsAreTheLaws();
    void cellsAreEightSigmaAndEverythingSeen();
    void portableAndVectorPathsDrawTheSame();
    void automaticSamplingFollowsTheWork();
    void extremesAreHandled_data();
    void extremesAreHandled();
    void samplersOfTheLawItselfSaySo();
    void independenceIsForRandomUnitsAlone();
    void thinnedCountsAreIndependentAndFixedOnesAreNot();
    void aWrongLawIsCaught();
    void approximationIsVisibleFromTheMarkerOn();
    void convergenceFallsForTheLawAndPlateausForTheOther();
    void theMaskIsTheFirstTrials();
    void draggingPMovesCountsOneWay();
    void changingTheTargetContinuesOnlyWithTheSameSampling();
    void shownTrialsAreThoseThatAreCounted_data();
    void shownTrialsAreThoseThatAreCounted();
    void aShownMaskKeepsWhatItsTrialKeeps();
    void theFirstUnitsStandForALargeLayer();
    void trialsThatCannotBeShownSayWhy();
    void aRunCutShortSaysHowToRepeatIt();
    void bandCoversAtItsLevel();
    void trueLawsAreRarelyCalledWrong();
    void hugeWorkIsRefusedWithAWayOut();
    void aHugeTrialIsCutByDeadlinesAndStopsAlike();
    void summariesTellTheMeanAndTheVerdict();
    void summariesWithoutTheLawTellNoTheory();
    void barsCarryTheirStandardErrors();
};

void TestKeptUnits::countsAddUpToTheTrials_data() {
    QTest::addColumn<QString>("sampling");
    QTest::addColumn<QString>("units");
    for (const char* sampling : {"masks", "counts", "histogram"})
        for (const char* units : {"fixed", "poisson"})
            QTest::addRow("%s, %s", sampling, units) << sampling << units;
}

void TestKeptUnits::countsAddUpToTheTrials() {
    QFETCH(QString, sampling);
    QFETCH(QString, units);
    const auto report = reported({{"p", 0.3},
                                  {"M", std::int64_t{37}},
                                  {"lambda", 37.0},
                                  {"sampling", sampling.toStdString()},
                                  {"units", units.toStdString()}},
                                 12'345);
    QCOMPARE(sum(values(report, "count")), 12'345.0);
    QVERIFY(!report.anyCheckDisagrees());
    double mean = 0;
    for (std::size_t i = 0; i < values(report, "k").size(); ++i)
        mean += values(report, "k")[i] * values(report, "count")[i] / 12'345;
    QVERIFY(std::fabs(mean - report.verdict("mean")->measured.value()) < 1e-11);
}

void TestKeptUnits::theLawsAreTheLaws() {
    const auto fixed = reported({{"p", 0.37}, {"M", std::int64_t{54321}}}, 100);
    const auto binomial = Binomial::keptUnits(54321, 0.37);
    const Poisson poisson = Poisson::withMeanOf(binomial);
    for (std::size_t i = 0; i < values(fixed, "k").size(); ++i) {
        const auto k = static_cast<std::int64_t>(values(fixed, "k")[i]);
        const double b = binomial.pmf(k);
        const double f = poisson.pmf(k);
        QVERIFY(std::fabs(values(fixed, "binomial")[i] - b) <= 3e-14 * b);
        QVERIFY(std::fabs(values(fixed, "poisson")[i] - f) <= 3e-14 * f);
    }
    QVERIFY(!fixed.array("thinned"));
    const auto random = reported({{"p", 0.37}, {"lambda", 50.0}, {"units", kPoisson}}, 100);
    const Poisson thinned = Poisson::keptUnits(50, 0.37);
    for (std::size_t i = 0; i < values(random, "k").size(); ++i) {
        const double f = thinned.pmf(static_cast<std::int64_t>(values(random, "k")[i]));
        QVERIFY(std::fabs(values(random, "thinned")[i] - f) <= 3e-14 * f);
    }
    QVERIFY(!random.array("binomial") && !random.array("poisson"));
}

void TestKeptUnits::cellsAreEightSigmaAndEverythingSeen() {
    const auto wide = reported({{"p", 0.3}, {"M", std::int64_t{10'000}}}, 500);
    const double sigma = std::sqrt(2100.0);
    QCOMPARE(values(wide, "k").front(), std::ceil(7000 - 8 * sigma));
    QCOMPARE(values(wide, "k").back(), std::floor(7000 + 8 * sigma));
    // Mean 1e-3: eight sigma reach 0 alone, but some of 10,000 trials keep a unit.
    const auto rare = reported({{"p", 0.9}, {"lambda", 0.01}, {"units", kPoisson}}, 10'000);
    QCOMPARE(values(rare, "k").front(), 0.0);
    QVERIFY(values(rare, "k").back() >= 1);
    QCOMPARE(sum(values(rare, "count")), 10'000.0);
}

void TestKeptUnits::portableAndVectorPathsDrawTheSame() {
    for (const auto& sampling : {kMasks, kCounts, kHistogram})
        for (const char* units : {"fixed", "poisson"}) {
            const Values setting = {
                {"p", 0.3}, {"sampling", sampling}, {"units", std::string(units)}};
            setVectorPath(VectorPath::automatic);
            const auto vector = reported(setting, 5000);
            setVectorPath(VectorPath::portable);
            const auto portable = reported(setting, 5000);
            QVERIFY(values(vector, "count") == values(portable, "count"));
        }
}

void TestKeptUnits::automaticSamplingFollowsTheWork() {
    const auto caption = [](const Values& setting, std::int64_t trials) {
        return started(setting, trials)->report(Detail::figures).figures.front().caption;
    };
    const Values thousand = {{"M", std::int64_t{1000}}};
    QVERIFY(caption(thousand, 2'000'000).find("every unit drawn") != std::string::npos);
    QVERIFY(caption(thousand, 2'000'001).find("each trial's count drawn") != std::string::npos);
    QVERIFY(caption(thousand, 2'000'000'000).find("each trial's") != std::string::npos);
    QVERIFY(caption(thousand, 2'000'000'001).find("whole histogram drawn") != std::string::npos);
    // A hundredth of a unit a trial: few units to draw, but two hundred billion trials.
    const Values nearlyNone = {{"units", kPoisson}, {"lambda", 0.01}};
    QVERIFY(caption(nearlyNone, 2'000'000'000).find("every unit drawn") != std::string::npos);
    QVERIFY(caption(nearlyNone, 2'000'000'001).find("whole histogram") != std::string::npos);
}

void TestKeptUnits::extremesAreHandled_data() {
    QTest::addColumn<double>("p");
    QTest::addColumn<qint64>("units");
    QTest::addColumn<double>("rate"); // 0: fixed units
    QTest::addColumn<qint64>("trials");
    QTest::newRow("nothing dropped") << 0.0 << qint64{100} << 0.0 << qint64{1000};
    QTest::newRow("everything dropped") << 1.0 << qint64{100} << 0.0 << qint64{1000};
    QTest::newRow("one unit") << 0.5 << qint64{1} << 0.0 << qint64{1000};
    QTest::newRow("one trial") << 0.5 << qint64{100} << 0.0 << qint64{1};
    QTest::newRow("two trials") << 0.5 << qint64{100} << 0.0 << qint64{2};
    QTest::newRow("a billion units") << 0.3 << qint64{1'000'000'000} << 0.0 << qint64{2};
    QTest::newRow("a billion units, counted")
        << 0.3 << qint64{1'000'000'000} << 0.0 << qint64{10'000};
    QTest::newRow("hardly ever kept") << 0.999999999 << qint64{1000} << 0.0 << qint64{10'000};
    QTest::newRow("denormal p") << 5e-324 << qint64{1000} << 0.0 << qint64{1000};
    QTest::newRow("a trillion trials") << 0.5 << qint64{1000} << 0.0 << qint64{1'000'000'000'000};
    QTest::newRow("tiny rate") << 0.5 << qint64{1} << 0.01 << qint64{10'000};
    QTest::newRow("huge rate") << 0.5 << qint64{1} << 1e6 << qint64{100};
    QTest::newRow("huge rate, counted") << 0.5 << qint64{1} << 1e6 << qint64{10'000};
    QTest::newRow("random, nothing dropped") << 0.0 << qint64{1} << 100.0 << qint64{1000};
    QTest::newRow("random, everything dropped") << 1.0 << qint64{1} << 100.0 << qint64{1000};
}

void TestKeptUnits::extremesAreHandled() {
    QFETCH(double, p);
    QFETCH(qint64, units);
    QFETCH(double, rate);
    QFETCH(qint64, trials);
    Values setting = {{"p", p}, {"M", std::int64_t{units}}};
    if (rate > 0) {
        setting.emplace_back("lambda", rate);
        setting.emplace_back("units", kPoisson);
    }
    const auto report = reported(setting, trials);
    QCOMPARE(sum(values(report, "count")), static_cast<double>(trials));
    QVERIFY(!report.anyCheckDisagrees());
    for (const auto& array : report.arrays)
        for (const double value : array.values)
            QVERIFY(std::isfinite(value));
}

void TestKeptUnits::samplersOfTheLawItselfSaySo() {
    const auto says = [](const std::string& sampling, const char* units) {
        const auto report = reported({{"sampling", sampling}, {"units", std::string(units)}}, 1000);
        return report.verdict("mean")->note.find("tests the sampler, not the theory") !=
               std::string::npos;
    };
    QVERIFY(!says(kMasks, "fixed"));
    QVERIFY(!says(kMasks, "poisson"));
    QVERIFY(says(kCounts, "fixed"));
    QVERIFY(!says(kCounts, "poisson")); // draws M and K given M: thinning is tested
    QVERIFY(says(kHistogram, "fixed"));
    QVERIFY(says(kHistogram, "poisson"));
}

void TestKeptUnits::independenceIsForRandomUnitsAlone() {
    const auto fixed = reported({}, 1000);
    QVERIFY(!fixed.verdict("independence") && !fixed.figure("independence"));
    QVERIFY(fixed.verdict("poisson-approximation"));
    const auto random = reported({{"units", kPoisson}}, 1000);
    QVERIFY(random.figure("independence") && !random.verdict("poisson-approximation"));
    QCOMPARE(random.verdict("independence")->agrees(), std::optional(true));
    const auto histogram = reported({{"units", kPoisson}, {"sampling", kHistogram}}, 1000);
    QVERIFY(!histogram.verdict("independence")->agrees());
    QVERIFY(!histogram.verdict("independence")->undetermined.empty());
}

void TestKeptUnits::thinnedCountsAreIndependentAndFixedOnesAreNot() {
    const auto report = reported({{"p", 0.3}, {"units", kPoisson}}, 20'000);
    const auto& scatter = std::get<Scatter>(report.figure("independence")->content);
    const auto& kept = scatter.groups.front().x;
    const auto& dropped = scatter.groups.front().y;
    QCOMPARE(kept.size(), std::size_t{2000});
    // 95 % of pairs inside the ellipse: 2000 draws stay within 5 standard deviations, .024, of it.
    const auto& ellipse = scatter.ellipses.front();
    int inside = 0;
    for (std::size_t i = 0; i < kept.size(); ++i)
        inside += std::hypot((kept[i] - ellipse.centreX) / ellipse.semiAxisA,
                             (dropped[i] - ellipse.centreY) / ellipse.semiAxisB) <= 1;
    QVERIFY(std::fabs(inside / 2000.0 - 0.95) < 0.03);
}

void TestKeptUnits::aWrongLawIsCaught() {
    using namespace kept_units;
    // The masks of p = .3 judged by the law of p = .301: what a subtle fault would look like.
    const auto setting = [](double p) {
        Parameters parameters(keptUnitsLab().description().parameters);
        parameters.set("p", p);
        parameters.set("M", std::int64_t{1000});
        return makeSetting(parameters, 1, 1'000'000);
    };
    const Setting drawn = setting(0.3);
    const Setting believed = setting(0.301);
    Tally tally = emptyTally(drawn);
    const auto simulation = makeSimulation(drawn);
    while (tally.kept.total() < 1'000'000)
        simulation->advance(tally.kept.total(), 1'000'000, tally, {});
    const auto judged = [&](const Setting& by) {
        const CellGrid cells({tally.kept.first(), tally.kept.last()}, 4000);
        return judge(by, tally, Distances(by), cells, cells.cellLaw(*by.law));
    };
    for (const auto& verdict : judged(drawn))
        QVERIFY(verdict.kind != VerdictKind::check || verdict.agrees() == true);
    const auto wrong = judged(believed);
    for (const char* id : {"mean", "goodness-of-fit", "total-variation"}) {
        const auto verdict = std::ranges::find(wrong, id, &Verdict::id);
        QVERIFY2(verdict->agrees() == false, id);
    }
}

void TestKeptUnits::approximationIsVisibleFromTheMarkerOn() {
    const Values setting = {{"p", 0.5}};
    const auto late = reported(setting, 1000);
    QCOMPARE(late.verdict("poisson-approximation")->agrees(), std::optional(false));
    QCOMPARE(late.verdict("poisson-approximation")->kind, VerdictKind::comparison);
    QVERIFY(!late.anyCheckDisagrees());
    const auto& curves = std::get<Curves>(late.figure("convergence")->content);
    QCOMPARE(curves.series.back().role, SeriesRole::marker);
    QCOMPARE(curves.series.back().x.front(), 72.0); // 18/q^2
}

void TestKeptUnits::convergenceFallsForTheLawAndPlateausForTheOther() {
    const auto report = reported({{"p", 0.3}}, 1'000'000);
    const auto& series = std::get<Curves>(report.figure("convergence")->content).series;
    const auto& toLaw = series[0];
    const auto& expected = series[1];
    const auto& toPoisson = series[2];
    QCOMPARE(toLaw.x.front(), 1.0);
    QCOMPARE(toLaw.x.back(), 1e6);
    // One trial at k is 1 - pmf(k) away from the law.
    QVERIFY(toLaw.y.front() > 0.9 && toLaw.y.front() < 1);
    QVERIFY(std::fabs(toLaw.y.back() / expected.y.back() - 1) < 0.6);
    QVERIFY(std::fabs(toPoisson.y.back() - 0.2843) < 0.005);
    QCOMPARE(toLaw.y.back(), report.verdict("total-variation")->measured.value());
}

void TestKeptUnits::theMaskIsTheFirstTrials() {
    const Values setting = {{"p", 0.3}, {"M", std::int64_t{2000}}, {"sampling", kMasks}};
    const auto report = reported(setting, 1, 9);
    const auto& matrix = std::get<Heatmap>(report.figure("mask")->content).matrix;
    double kept = 0;
    for (const double cell : matrix.values)
        kept += std::isnan(cell) ? 0 : cell;
    QCOMPARE(kept, report.verdict("mean")->measured.value());
    QVERIFY(matrix.rows <= 64 && matrix.columns <= 64);
    const auto large = reported({{"M", std::int64_t{1'000'000}}}, 1);
    const auto& part = std::get<Heatmap>(large.figure("mask")->content).matrix;
    QCOMPARE(part.values.size(), std::size_t{4096});
}

void TestKeptUnits::draggingPMovesCountsOneWay() {
    for (const auto& sampling : {kMasks, kCounts})
        for (const char* units : {"fixed", "poisson"}) {
            double last = std::numeric_limits<double>::infinity();
            for (const double p : {0.0, 0.01, 0.3, 0.301, 0.5, 0.9, 1.0}) {
                const auto report =
                    reported({{"p", p}, {"sampling", sampling}, {"units", std::string(units)}}, 1);
                const double kept = report.verdict("mean")->measured.value();
                QVERIFY(kept <= last);
                last = kept;
            }
        }
}

void TestKeptUnits::changingTheTargetContinuesOnlyWithTheSameSampling() {
    const auto run = started({{"M", std::int64_t{1000}}}, 1000);
    run->advance(500, {});
    QCOMPARE(run->restartReason(500), std::string());
    QCOMPARE(run->restartReason(2'000'000), std::string());
    QCOMPARE(run->restartReason(2'000'001), std::string("the sampling changed to counts"));
    QCOMPARE(run->restartReason(1'000'000'000'000),
             std::string("the sampling changed to histogram"));
    run->setPlannedTrials(2000);
    run->advance(2000, {});
    const auto fresh = reported({{"M", std::int64_t{1000}}}, 2000);
    QVERIFY(run->report(Detail::complete).arrays == fresh.arrays);
    QVERIFY(run->report(Detail::complete).figures == fresh.figures);
}

void TestKeptUnits::shownTrialsAreThoseThatAreCounted_data() {
    QTest::addColumn<QString>("sampling");
    QTest::addColumn<double>("p");
    QTest::addColumn<qint64>("units"); // 0: random
    QTest::addColumn<double>("rate");
    for (const char* sampling : {"masks", "counts"})
        for (const double p : {0.0, 1e-3, 0.3, 0.5, 0.999, 1.0}) {
            for (const qint64 units : {1, 2, 63, 65, 100, 127, 129, 5000})
                QTest::addRow("%s, p = %g, M = %d", sampling, p, static_cast<int>(units))
                    << sampling << p << units << 1.0;
            for (const double rate : {0.01, 1.0, 99.5, 5000.0})
                QTest::addRow("%s, p = %g, lambda = %g", sampling, p, rate)
                    << sampling << p << qint64{0} << rate;
        }
}

void TestKeptUnits::shownTrialsAreThoseThatAreCounted() {
    QFETCH(QString, sampling);
    QFETCH(double, p);
    QFETCH(qint64, units);
    QFETCH(double, rate);
    constexpr std::int64_t kTrials = 1100; // more than the simulation draws into one buffer
    const Values setting = {{"p", p},
                            {"M", std::int64_t{std::max<qint64>(1, units)}},
                            {"lambda", rate},
                            {"units", units > 0 ? std::string("fixed") : kPoisson},
                            {"sampling", sampling.toStdString()}};
    const auto run = started(setting, kTrials, 3);
    std::map<double, double> shown;
    for (std::int64_t trial = 0; trial < kTrials; ++trial)
        ++shown[run->shownTrial(trial)->x];
    const Report report = reported(setting, kTrials, 3);
    std::map<double, double> counted;
    for (std::size_t i = 0; i < values(report, "k").size(); ++i)
        if (values(report, "count")[i] > 0)
            counted[values(report, "k")[i]] = values(report, "count")[i];
    QCOMPARE(shown, counted);
}

void TestKeptUnits::aShownMaskKeepsWhatItsTrialKeeps() {
    for (const char* units : {"fixed", "poisson"}) {
        const auto run = started({{"p", 0.3},
                                  {"M", std::int64_t{1001}},
                                  {"lambda", 50.0},
                                  {"units", std::string(units)},
                                  {"sampling", kMasks}},
                                 100, 9);
        for (const std::int64_t trial : {0, 1, 12, 5000}) {
            const auto shown = run->shownTrial(trial);
            const auto& matrix = std::get<Heatmap>(shown->figure->content).matrix;
            double kept = 0;
            double drawn = 0;
            for (const double cell : matrix.values) {
                kept += cell == 1;
                drawn += !std::isnan(cell);
            }
            QCOMPARE(kept, shown->x);
            const auto text = QStringLiteral("Trial %L1: %L2 of %L3 kept")
                                  .arg(trial)
                                  .arg(static_cast<int>(kept))
                                  .arg(static_cast<int>(drawn));
            QCOMPARE(QString::fromStdString(shown->words), text);
            QCOMPARE(shown->figure->title, shown->words);
        }
    }
}

void TestKeptUnits::theFirstUnitsStandForALargeLayer() {
    const auto run =
        started({{"p", 0.3}, {"M", std::int64_t{1'000'000}}, {"sampling", kMasks}}, 10);
    const auto shown = run->shownTrial(3);
    QCOMPARE(std::get<Heatmap>(shown->figure->content).matrix.values.size(), std::size_t{4096});
    QVERIFY(std::fabs(shown->x - 700'000) < 5 * std::sqrt(210'000.0));
    QVERIFY(shown->figure->caption.find("4,096") != std::string::npos);
}

void TestKeptUnits::trialsThatCannotBeShownSayWhy() {
    const auto reason = [](const Values& setting, std::int64_t trials) {
        const auto run = started(setting, trials);
        const std::string why = run->hiddenReason();
        return run->shownTrial(0).has_value() == why.empty() ? why : "contradicts shownTrial()";
    };
    QVERIFY(reason({{"sampling", kHistogram}}, 10).find("Histogram") != std::string::npos);
    QVERIFY(reason({}, 1'000'000'000'000).find("Histogram") != std::string::npos);
    QVERIFY(
        reason({{"M", std::int64_t{20'000'001}}, {"sampling", kMasks}}, 10).find("20 million") !=
        std::string::npos);
    QCOMPARE(reason({{"M", std::int64_t{1'000'000'000}}, {"sampling", kCounts}}, 10),
             std::string());
    // A count without its mask is shown as that.
    QVERIFY(!started({{"sampling", kCounts}}, 10)->shownTrial(0)->figure);
}

void TestKeptUnits::aRunCutShortSaysHowToRepeatIt() {
    const auto run = started({{"M", std::int64_t{100}}}, 10'000'000'000);
    run->advance(1000, {});
    const auto partial = run->report(Detail::complete);
    QCOMPARE(partial.parameters.text("sampling"), kHistogram);
    const auto repeated = keptUnitsLab().start(partial.parameters, partial.seed, partial.trials);
    repeated->advance(partial.trials, {});
    QVERIFY(repeated->report(Detail::complete).arrays == partial.arrays);
}

void TestKeptUnits::bandCoversAtItsLevel() {
    // 2000 histograms: the share inside deviates from .95 by less than 5 standard deviations, .024,
    // but for a level that the discreteness of counts rounds up a little.
    int inside = 0;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const auto report =
            reported({{"p", 0.3}, {"M", std::int64_t{50}}, {"sampling", kCounts}}, 1000, seed);
        bool all = true;
        for (std::size_t i = 0; i < values(report, "k").size(); ++i)
            all = all && values(report, "count")[i] >= values(report, "band_low")[i] &&
                  values(report, "count")[i] <= values(report, "band_high")[i];
        inside += all;
    }
    QVERIFY2(std::fabs(inside / 2000.0 - 0.955) < 0.025, qPrintable(QString::number(inside)));
}

void TestKeptUnits::trueLawsAreRarelyCalledWrong() {
    // Ten looks at each of 700 runs, of laws from ordinary to very skew. At the promised rate of
    // fewer than 1 in 1000, more than four alarms have a chance below 1e-3.
    const std::vector<Values> laws = {
        {{"p", 0.5}, {"M", std::int64_t{100}}},
        {{"p", 0.999}, {"M", std::int64_t{10}}},
        {{"p", 0.001}, {"M", std::int64_t{10}}},
        {{"p", 0.5}, {"lambda", 0.05}, {"units", kPoisson}},
        {{"p", 0.9}, {"lambda", 3.0}, {"units", kPoisson}},
        {{"p", 0.5}, {"M", std::int64_t{1}}},
        {{"p", 0.3}, {"M", std::int64_t{1000}}, {"sampling", kHistogram}},
    };
    int wrong = 0;
    for (const auto& law : laws)
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const auto run = started(law, 10'000, seed);
            bool alarm = false;
            for (const std::int64_t look : {1, 2, 5, 10, 30, 100, 300, 1000, 3000, 10'000}) {
                run->advance(look, {});
                alarm = alarm || run->report(Detail::figures).anyCheckDisagrees();
            }
            wrong += alarm;
        }
    QVERIFY2(wrong <= 4, qPrintable(QString::number(wrong)));
}

/// A trial of 10^9 units takes a fifth of a second and, without vector instructions, a second.
void TestKeptUnits::aHugeTrialIsCutByDeadlinesAndStopsAlike() {
    using Clock = std::chrono::steady_clock;
    setVectorPath(VectorPath::portable);
    const Values huge = {{"p", 0.5}, {"M", std::int64_t{100'000'000}}, {"sampling", kMasks}};
    const auto whole = reported(huge, 1);
    const auto run = started(huge, 1);
    int looks = 0;
    while (run->trials() < 1) {
        run->advance(1, {.stop = {}, .threads = 2, .deadline = Clock::now(), .progress = {}});
        ++looks;
        std::stop_source stopped;
        stopped.request_stop();
        run->advance(1,
                     {.stop = stopped.get_token(), .threads = 1, .deadline = {}, .progress = {}});
    }
    QVERIFY2(looks > 2, "the deadline was not looked at within the trial");
    QVERIFY(run->report(Detail::complete).arrays == whole.arrays);
}

void TestKeptUnits::hugeWorkIsRefusedWithAWayOut() {
    Parameters parameters(keptUnitsLab().description().parameters);
    parameters.set("sampling", kMasks);
    parameters.set("M", std::int64_t{1'000'000'000});
    QVERIFY(validate(keptUnitsLab(), parameters, 10'000).empty());
    const auto problems = validate(keptUnitsLab(), parameters, 10'001);
    QCOMPARE(problems.size(), std::size_t{1});
    QVERIFY(problems.front().message.find("sampling=counts would do") != std::string::npos);
}

void TestKeptUnits::summariesTellTheMeanAndTheVerdict() {
    const Report report = reported({{"p", 0.3}}, 20000, 7);
    const std::string mean = report.verdict("mean")->agrees() == true ? "agrees" : "differs";
    const std::string& kept = report.figure("kept-units")->summary;
    QVERIFY2(kept.starts_with("Kept units, 20,000 trials, mean "), kept.c_str());
    QVERIFY2(kept.find(" plus or minus 0.032, theory 70, " + mean + ";") != kept.npos,
             kept.c_str());
    const std::string& distance = report.figure("convergence")->summary;
    QVERIFY2(distance.find("to the binomial law 0.0") != distance.npos, distance.c_str());
    QVERIFY2(distance.find(", agrees") != distance.npos, distance.c_str());
    const std::string& mask = report.figure("mask")->summary;
    QVERIFY2(mask.ends_with(" of 100 units kept, theory expects 70."), mask.c_str());
    const Report random = reported({{"units", kPoisson}, {"p", 0.3}}, 2000, 7);
    const std::string& pairs = random.figure("independence")->summary;
    QVERIFY2(pairs.starts_with("Kept against dropped units of 2,000 trials: correlation "),
             pairs.c_str());
    QVERIFY2(pairs.ends_with("theory 0, agrees."), pairs.c_str());
    QVERIFY(started({}, 10)
                ->report(Detail::figures)
                .figures.front()
                .summary.starts_with("Kept units, no trials yet, mean, theory 50, undetermined"));
}

void TestKeptUnits::summariesWithoutTheLawTellNoTheory() {
    for (const auto& setting : {Values{{"p", 0.3}}, Values{{"units", kPoisson}}}) {
        for (const std::int64_t trials : {std::int64_t{0}, std::int64_t{2000}}) {
            const auto run = started(setting, 2000);
            run->advance(trials, {});
            for (const Figure& figure : run->report(Detail::figures).figures)
                for (const char* told : {"theory", "agrees", "differs", "law", "apart"})
                    QVERIFY2(figure.summaryWithoutLaw.find(told) == std::string::npos,
                             figure.summaryWithoutLaw.c_str());
        }
    }
}

void TestKeptUnits::barsCarryTheirStandardErrors() {
    const Report report = reported({{"M", std::int64_t{1}}}, 400, 3);
    const Series& bars = std::get<Histogram>(report.figures.front().content).simulated;
    QCOMPARE(bars.error.size(), std::size_t{2});
    for (std::size_t i = 0; i < 2; ++i)
        QVERIFY(std::fabs(bars.error[i] - std::sqrt(bars.y[i] * (1 - bars.y[i]) / 400)) < 1e-15);
}

QTEST_APPLESS_MAIN(TestKeptUnits)
#include "tst_kept_units.moc"
