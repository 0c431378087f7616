#include "core/labs/kept_units/verdicts.h"

#include "core/distributions/poisson.h"
#include "core/random/multinomial.h"
#include "core/report/number_format.h"
#include "core/statistics/dispersion_test.h"
#include "core/statistics/empirical_distance.h"
#include "core/statistics/goodness_of_fit.h"
#include "core/statistics/sequential.h"

#include <boost/math/distributions/chi_squared.hpp>

#include <cmath>

namespace plumbline::kept_units {

namespace {

/// The comparison speaks at three standard errors, to which its marker N = 18/q^2 belongs.
constexpr double kVisibleZ = 3;

constexpr int kMonteCarloReplicates = 999;
constexpr double kNoPooling = 0;

class Judge {
  public:
    Judge(const Setting& setting, const Tally& tally, const Distances& distances,
          const CellGrid& testCells, const CellLaw& testLaw)
        : m_setting(setting), m_tally(tally), m_distances(distances), m_testCells(testCells),
          m_testLaw(testLaw), m_trials(tally.kept.total()), m_moments(tally.kept.moments()) {}

    std::vector<Verdict> verdicts() const {
        std::vector<Verdict> all = {mean(), variance(), goodnessOfFit(), totalVariation()};
        if (m_setting.randomUnits)
            all.push_back(independence());
        else
            all.push_back(poissonApproximation());
        return all;
    }

  private:
    int checks() const { return m_setting.randomUnits ? 5 : 4; }
    double alpha() const { return sequentialAlpha(m_trials, checks()); }

    /// A check of the lab, with the warning that the sampler alone is tested where that is so.
    Verdict check(std::string id, std::string title, std::string source,
                  std::string note = {}) const {
        if (m_setting.testsOnlyTheSampler())
            note = "tests the sampler, not the theory" + (note.empty() ? "" : "; " + note);
        Verdict verdict{.id = std::move(id),
                        .title = std::move(title),
                        .measured = {},
                        .standardError = {},
                        .expected = {},
                        .tolerance = {},
                        .pValue = {},
                        .undetermined = {},
                        .source = std::move(source),
                        .note = std::move(note)};
        if (m_trials == 0)
            verdict.undetermined = kNoTrials;
        return verdict;
    }

    std::string lawWords() const {
        return m_setting.randomUnits ? "Poisson thinning" : "binomial law";
    }

    Verdict mean() const {
        auto verdict = check("mean", "mean kept", lawWords() + "; exact law of the sum");
        verdict.expected = m_setting.law->mean();
        if (m_trials == 0)
            return verdict;
        verdict.measured = m_moments.mean;
        verdict.standardError = meanStandardError(m_setting.law->variance(), m_trials);
        verdict.tolerance = meanTolerance(*m_setting.law, m_trials, alpha());
        return verdict;
    }

    Verdict variance() const {
        auto verdict = check("variance", "variance", lawWords() + "; fourth central moment");
        verdict.expected = m_setting.law->variance();
        if (m_trials < 2) {
            verdict.undetermined = m_trials == 0 ? kNoTrials : "a single trial has no variance";
            return verdict;
        }
        verdict.measured = m_moments.variance;
        verdict.standardError = varianceStandardError(
            m_setting.law->variance(), m_setting.law->fourthCentralMoment(), m_trials);
        verdict.tolerance = varianceTolerance(*m_setting.law, m_trials, alpha());
        return verdict;
    }

    Verdict goodnessOfFit() const {
        auto verdict =
            check("goodness-of-fit", "goodness of fit", "Cressie and Read 1984, exponent 2/3");
        verdict.rule = VerdictRule::atMost;
        if (m_trials == 0)
            return verdict;
        const auto counts = m_testCells.counts(m_tally.kept);
        const auto fit = cressieReadTest(compared(counts, m_testLaw));
        if (!fit.pValue)
            return monteCarloFit(std::move(verdict), counts);
        const auto freedom = static_cast<double>(fit.degreesOfFreedom);
        verdict.measured = fit.statistic;
        verdict.expected = freedom;
        verdict.standardError = std::sqrt(2 * freedom);
        verdict.pValue = fit.pValue;
        const boost::math::chi_squared law(freedom);
        verdict.tolerance = quantile(complement(law, alpha())) - freedom;
        addNote(verdict,
                "Cressie–Read, " + formatCount(fit.degreesOfFreedom + 1) + " cells after pooling");
        return verdict;
    }

    /**
     * Few trials, or a law of one count: Pearson's statistic of all cells, whose law is simulated
     * with as many trials each. Its mean is cells - 1 exactly, so Markov's inequality gives the
     * tolerance.
     */
    Verdict monteCarloFit(Verdict verdict, const GroupedCounts& counts) const {
        const auto observed = chiSquareTest(compared(counts, m_testLaw), kNoPooling);
        const auto freedom = static_cast<double>(observed.degreesOfFreedom);
        verdict.measured = observed.statistic;
        verdict.expected = freedom;
        verdict.tolerance = freedom / alpha() - freedom;
        const bool fewDraws = m_trials < static_cast<std::int64_t>(m_testCells.size()) / 4;
        verdict.pValue =
            fewDraws ? pValueOfFewDraws(counts) : pValueOfManyDraws(observed.statistic);
        addNote(verdict, "Pearson, by Monte Carlo");
        return verdict;
    }

    Stream calibration(std::uint64_t replicate) const {
        return Stream({m_setting.seed, Role::calibration, replicate});
    }

    double pValueOfManyDraws(double observed) const {
        const MultinomialLaw law(m_testLaw.probabilities);
        std::uint64_t replicate = 0;
        return monteCarloPValue(observed, kMonteCarloReplicates, [&] {
            Stream stream = calibration(replicate++);
            GroupedCounts drawn{.cells = std::vector<std::int64_t>(m_testCells.size())};
            law.draw(stream, m_trials, drawn.cells);
            return chiSquareTest(compared(drawn, m_testLaw), kNoPooling).statistic;
        });
    }

    /// The same without a look at all the cells that were not hit.
    double pValueOfFewDraws(const GroupedCounts& counts) const {
        std::vector<std::int64_t> drawn;
        for (std::size_t cell = 0; cell < counts.cells.size(); ++cell)
            drawn.insert(drawn.end(), static_cast<std::size_t>(counts.cells[cell]),
                         static_cast<std::int64_t>(cell));
        const double observed = chiSquareOfDraws(drawn, m_testLaw.probabilities);
        const MultinomialLaw law(m_testLaw.probabilities);
        std::uint64_t replicate = 0;
        return monteCarloPValue(observed, kMonteCarloReplicates, [&] {
            Stream stream = calibration(replicate++);
            law.drawCells(stream, drawn);
            return chiSquareOfDraws(drawn, m_testLaw.probabilities);
        });
    }

    Verdict totalVariation() const {
        auto verdict = check("total-variation", "total variation",
                             "exact mean deviation (De Moivre); tolerance McDiarmid 1989");
        if (m_trials == 0)
            return verdict;
        const auto noise = m_distances.noise(m_trials);
        verdict.measured = m_distances.toLaw(m_tally.kept);
        verdict.expected = noise.expectation;
        verdict.standardError = noise.standardError;
        verdict.tolerance = distanceTolerance(m_trials, alpha());
        return verdict;
    }

    Verdict independence() const {
        auto verdict = check("independence", "independence",
                             "Poisson thinning; correlation of kept and dropped units");
        verdict.expected = 0.0;
        const PairSums& pairs = m_tally.keptAndDropped;
        const auto test = pairs.test();
        if (m_setting.sampling == Sampling::histogram)
            verdict.undetermined = "histogram sampling draws no pairs of kept and dropped units";
        else if (!test && m_trials > 0)
            verdict.undetermined = "r needs both kept and dropped units to vary between trials";
        if (!verdict.undetermined.empty())
            return verdict;
        const Poisson dropped(DoubleDouble(m_setting.rate) *
                              DoubleDouble(m_setting.dropProbability));
        verdict.measured = test->correlation;
        verdict.standardError = 1 / std::sqrt(static_cast<double>(m_trials));
        // The covariance has a tolerance that rare counts keep; in units of r it is this.
        verdict.tolerance = covarianceTolerance(*m_setting.law, dropped, m_trials, alpha()) /
                            std::sqrt(pairs.varianceX() * pairs.varianceY());
        verdict.pValue = test->pValue;
        return verdict;
    }

    Verdict poissonApproximation() const {
        Verdict verdict{.id = "poisson-approximation",
                        .title = "Poisson approximation",
                        .kind = VerdictKind::comparison,
                        .measured = {},
                        .standardError = {},
                        .expected = 1.0,
                        .tolerance = {},
                        .pValue = {},
                        .undetermined = {},
                        .source = "index of dispersion s^2/mean, Fisher 1950, at 3 standard errors",
                        .note = markerNote()};
        const auto test = dispersionTest(m_moments);
        if (!test) {
            verdict.undetermined = "the index of dispersion needs two trials and a kept unit";
            return verdict;
        }
        verdict.measured = test->index;
        verdict.standardError = std::sqrt(2 / static_cast<double>(m_trials - 1));
        verdict.tolerance = kVisibleZ * *verdict.standardError;
        verdict.pValue = test->pValue;
        return verdict;
    }

    std::string markerNote() const {
        const double from = trialsUntilDispersionShows(m_setting.keepProbability());
        return std::isfinite(from)
                   ? "variance/mean; visible from N ≈ " + formatNumber(std::ceil(from), 3)
                   : "variance/mean";
    }

    static void addNote(Verdict& verdict, const std::string& note) {
        verdict.note += (verdict.note.empty() ? "" : "; ") + note;
    }

    const Setting& m_setting;
    const Tally& m_tally;
    const Distances& m_distances;
    const CellGrid& m_testCells;
    const CellLaw& m_testLaw;
    std::int64_t m_trials;
    SampleMoments m_moments;
};

} // namespace

std::vector<Verdict> judge(const Setting& setting, const Tally& tally, const Distances& distances,
                           const CellGrid& testCells, const CellLaw& testLaw) {
    return Judge(setting, tally, distances, testCells, testLaw).verdicts();
}

} // namespace plumbline::kept_units
