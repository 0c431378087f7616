#include "core/labs/kept_units/verdicts.h"

#include "core/distributions/total_variation.h"
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

/// Fewer expected pairs of a kept and a dropped unit leave r far from its normal law.
constexpr double kLeastJointInformation = 100;

constexpr int kMonteCarloReplicates = 999;

class Judge {
  public:
    Judge(const Setting& setting, const Tally& tally, const CellGrid& testCells,
          const std::vector<double>& testProbabilities, const Distances& distances)
        : m_setting(setting), m_tally(tally), m_cells(testCells), m_probabilities(testProbabilities),
          m_distances(distances), m_trials(tally.kept.total()) {}

    std::vector<Verdict> verdicts() const {
        std::vector<Verdict> all = {mean(), variance(), goodnessOfFit(), totalVariation()};
        if (m_setting.randomUnits)
            all.push_back(independence());
        else
            all.push_back(poissonApproximation());
        return all;
    }

  private:
    double alpha() const { return sequentialAlpha(m_trials, m_setting.randomUnits ? 5 : 4); }

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
            verdict.undetermined = "no trials yet";
        return verdict;
    }

    std::string lawWords() const { return m_setting.randomUnits ? "Poisson thinning" : "binomial law"; }

    Verdict mean() const {
        auto verdict = check("mean", "mean kept", lawWords() + "; exact law of the sum");
        verdict.expected = m_setting.law->mean();
        if (m_trials == 0)
            return verdict;
        verdict.measured = m_tally.kept.mean();
        verdict.standardError = std::sqrt(m_setting.law->variance() / static_cast<double>(m_trials));
        verdict.tolerance = meanTolerance(*m_setting.law, m_trials, alpha());
        return verdict;
    }

    Verdict variance() const {
        auto verdict = check("variance", "variance", lawWords() + "; fourth central moment");
        verdict.expected = m_setting.law->variance();
        if (m_trials < 2) {
            verdict.undetermined = m_trials == 0 ? "no trials yet" : "a single trial has no variance";
            return verdict;
        }
        verdict.measured = m_tally.kept.variance();
        verdict.standardError = varianceStandardError(*m_setting.law, m_trials);
        verdict.tolerance = varianceTolerance(*m_setting.law, m_trials, alpha());
        return verdict;
    }

    Verdict goodnessOfFit() const {
        auto verdict =
            check("goodness-of-fit", "goodness of fit", "Cressie and Read 1984, exponent 2/3");
        verdict.rule = VerdictRule::atMost;
        if (m_trials == 0)
            return verdict;
        const auto counts = m_cells.counts(m_tally.kept);
        const auto fit = plumbline::goodnessOfFit(counts, m_probabilities, m_trials);
        if (fit.cells < 2 && std::isnan(fit.pValue))
            return monteCarloFit(std::move(verdict), counts);
        verdict.measured = fit.statistic;
        verdict.expected = fit.degreesOfFreedom;
        verdict.standardError = std::sqrt(2 * fit.degreesOfFreedom);
        verdict.pValue = fit.pValue;
        const boost::math::chi_squared law(fit.degreesOfFreedom);
        verdict.tolerance = quantile(complement(law, alpha())) - fit.degreesOfFreedom;
        addNote(verdict, "Cressie–Read, " + formatCount(static_cast<std::int64_t>(fit.cells)) +
                             " cells after pooling");
        return verdict;
    }

    /// Few trials: the statistic's law is simulated, with as many trials each.
    Verdict monteCarloFit(Verdict verdict, const std::vector<std::int64_t>& counts) const {
        const double observed = fitStatistic(counts, m_probabilities, m_trials);
        verdict.measured = 0.0;
        verdict.expected = 0.0;
        verdict.tolerance = 0.0;
        const MultinomialLaw law(m_probabilities);
        verdict.pValue = monteCarloPValue(observed, kMonteCarloReplicates, [&](int replicate) {
            Stream stream({m_setting.seed, Role::calibration, static_cast<std::uint64_t>(replicate)});
            std::vector<std::int64_t> drawn(m_probabilities.size());
            law.draw(stream, m_trials, drawn);
            return fitStatistic(drawn, m_probabilities, m_trials);
        });
        return verdict;
    }

    Verdict totalVariation() const {
        auto verdict = check("total-variation", "total variation",
                             "exact mean deviation (De Moivre); tolerance McDiarmid 1989");
        if (m_trials == 0)
            return verdict;
        const auto expected = expectedDistance(m_distances.lawCurve(), m_trials);
        verdict.measured = m_distances.toLaw(m_tally.kept);
        verdict.expected = expected.mean;
        verdict.standardError = expected.standardError;
        verdict.tolerance = distanceTolerance(m_trials, alpha());
        return verdict;
    }

    Verdict independence() const {
        auto verdict = check("independence", "independence", "Poisson thinning; sqrt(N) r ~ N(0, 1)");
        verdict.expected = 0.0;
        const double joint = m_setting.rate * m_setting.keepProbability() * m_setting.rate *
                             m_setting.dropProbability * static_cast<double>(m_trials);
        if (m_setting.sampling == Sampling::histogram)
            verdict.undetermined = "histogram sampling draws no pairs of kept and dropped units";
        else if (joint < kLeastJointInformation)
            verdict.undetermined = "too few trials have both kept and dropped units: N lambda^2 p "
                                   "(1-p) < 100";
        if (!verdict.undetermined.empty())
            return verdict;
        const double r = m_tally.keptAndDropped.correlation();
        verdict.measured = r;
        verdict.standardError = 1 / std::sqrt(static_cast<double>(m_trials));
        verdict.tolerance = sequentialZ(m_trials, 5) * *verdict.standardError;
        verdict.pValue = correlationPValue(r, m_trials);
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
                        .note = distanceNote()};
        if (m_trials < 2 || m_tally.kept.mean() == 0) {
            verdict.undetermined = "the index of dispersion needs two trials and a kept unit";
            return verdict;
        }
        const auto test = dispersionTest(m_tally.kept.mean(), m_tally.kept.variance(), m_trials);
        verdict.measured = test.index;
        verdict.standardError = test.standardError;
        verdict.tolerance = kVisibleZ * test.standardError;
        verdict.pValue = test.pValue;
        return verdict;
    }

    std::string distanceNote() const {
        const double distance =
            binomialPoissonDistance(m_setting.units, complement(m_setting.dropProbability));
        const double from = visibleFromTrials(m_setting.keepProbability());
        return "index s²/mean; TV " + formatNumber(distance, 3) +
               (std::isfinite(from) ? ", distinguishable since N ≈ " + formatNumber(std::ceil(from), 3)
                                    : "");
    }

    static void addNote(Verdict& verdict, const std::string& note) {
        verdict.note += (verdict.note.empty() ? "" : "; ") + note;
    }

    const Setting& m_setting;
    const Tally& m_tally;
    const CellGrid& m_cells;
    const std::vector<double>& m_probabilities;
    const Distances& m_distances;
    std::int64_t m_trials;
};

} // namespace

std::vector<Verdict> judge(const Setting& setting, const Tally& tally, const CellGrid& testCells,
                           const std::vector<double>& testProbabilities,
                           const Distances& distances) {
    return Judge(setting, tally, testCells, testProbabilities, distances).verdicts();
}

} // namespace plumbline::kept_units
