#include "core/labs/kept_units/kept_units.h"

#include "core/distributions/poisson.h"
#include "core/labs/kept_units/description.h"
#include "core/labs/kept_units/distances.h"
#include "core/labs/kept_units/explanation.h"
#include "core/labs/kept_units/figures.h"
#include "core/labs/kept_units/simulation.h"
#include "core/labs/kept_units/verdicts.h"
#include "core/random/counts.h"
#include "core/random/masks.h"
#include "core/random/multinomial.h"
#include "core/report/number_format.h"
#include "core/statistics/simultaneous_band.h"

#include <algorithm>

namespace plumbline {

namespace {

using namespace kept_units;

/// More bars than this are narrower than two pixels on most screens.
constexpr std::int64_t kMostBars = 500;

/// Cells of the goodness-of-fit test: enough for any shape, few enough for every frame.
constexpr std::int64_t kMostTestCells = 4000;

constexpr std::int64_t kMostMaskUnits = 64 * 64;

/// The mask of a trial with so many units; under other samplings than masks no trial draws it.
DrawnMask drawMask(const Setting& setting, std::int64_t trial, std::int64_t units) {
    const std::int64_t shown = std::min(units, kMostMaskUnits);
    const auto words = MaskSampler(setting.seed, Role::mask, setting.dropProbability)
                           .keepMask(static_cast<std::uint64_t>(trial), shown);
    DrawnMask mask{.kept = {}, .units = units};
    for (std::int64_t unit = 0; unit < shown; ++unit)
        mask.kept.push_back((words[static_cast<std::size_t>(unit / 64)] >> (unit % 64) & 1) != 0);
    return mask;
}

DrawnMask firstMask(const Setting& setting) {
    const std::int64_t units =
        setting.randomUnits
            ? CountSampler({setting.seed, Role::units}, Poisson(setting.rate)).count(0)
            : setting.units;
    return drawMask(setting, 0, units);
}

class KeptUnitsRun final : public LabRun {
  public:
    KeptUnitsRun(const Parameters& parameters, std::uint64_t seed, std::int64_t plannedTrials)
        : m_parameters(parameters), m_plannedTrials(plannedTrials),
          m_setting(makeSetting(parameters, seed, plannedTrials)),
          m_simulation(makeSimulation(m_setting)), m_tally(emptyTally(m_setting)),
          m_distances(m_setting), m_convergence(m_distances.emptyConvergence()),
          m_bars(shownRange(*m_setting.law), kMostBars), m_barLaw(m_bars.cellLaw(*m_setting.law)),
          m_testCells({m_tally.kept.first(), m_tally.kept.last()}, kMostTestCells),
          m_testLaw(m_testCells.cellLaw(*m_setting.law)), m_mask(firstMask(m_setting)) {
        if (m_setting.alternative)
            m_barAlternative = m_bars.cellLaw(*m_setting.alternative);
    }

    std::int64_t trials() const override { return m_tally.kept.total(); }

    std::string restartReason(std::int64_t plannedTrials) const override {
        const Sampling sampling = resolvedSampling(m_parameters, plannedTrials);
        return sampling == m_setting.sampling ? ""
                                              : "the sampling changed to " + samplingName(sampling);
    }

    void setPlannedTrials(std::int64_t plannedTrials) override { m_plannedTrials = plannedTrials; }

    void advance(std::int64_t target, const RunContext& context) override {
        while (trials() < target && !context.stopRequested()) {
            const std::int64_t next = std::min(target, nextCheckpoint());
            m_simulation->advance(trials(), next, m_tally, context);
            if (trials() == nextCheckpoint()) {
                m_distances.record(m_tally.kept, m_convergence);
                ++m_checkpoints;
            }
            context.report(trials());
            if (context.deadlinePassed())
                return;
        }
    }

    Report report(Detail detail) const override {
        Report report{.lab = description().id,
                      .parameters = reportedParameters(),
                      .seed = m_setting.seed,
                      .trials = trials(),
                      .plannedTrials = m_plannedTrials,
                      .verdicts = judge(m_setting, m_tally, m_distances, m_testCells, m_testLaw),
                      .arrays = {},
                      .figures = {}};
        report.figures = figures(report.verdicts);
        if (detail == Detail::complete)
            report.arrays = arrays();
        return report;
    }

    std::optional<ShownTrial> shownTrial(std::int64_t trial) const override {
        const auto draw = m_simulation->trial(trial);
        if (!draw)
            return {};
        ShownTrial shown{.trial = trial,
                         .figure = {},
                         .targetFigure = "kept-units",
                         .x = static_cast<double>(draw->kept),
                         .words = "Trial " + formatCount(trial) + ": " + formatCount(draw->kept) +
                                  " of " + formatCount(draw->units) + " kept"};
        if (m_setting.sampling == Sampling::masks)
            shown.figure =
                shownMaskFigure(m_setting, drawMask(m_setting, trial, draw->units), shown.words);
        return shown;
    }

    std::string hiddenReason() const override { return hiddenTrialsReason(m_setting); }

  private:
    /// Convergence is recorded where the histogram sampler stops anyway.
    std::int64_t nextCheckpoint() const { return histogramCheckpoints()[m_checkpoints]; }

    /// A run cut short must be repeated with the sampling it used, whatever `auto` would say.
    Parameters reportedParameters() const {
        Parameters parameters = m_parameters;
        if (trials() < m_plannedTrials &&
            resolvedSampling(parameters, std::max<std::int64_t>(1, trials())) != m_setting.sampling)
            parameters.set("sampling", samplingName(m_setting.sampling));
        return parameters;
    }

    HistogramCells histogramCells() const {
        HistogramCells cells{.width = m_bars.width(),
                             .centres = m_bars.centres(),
                             .law = m_barLaw.probabilities,
                             .alternative = m_barAlternative.probabilities,
                             .counts = m_bars.counts(m_tally.kept).cells,
                             .bandLow = {},
                             .bandHigh = {}};
        if (trials() > 0) {
            auto band = simultaneousBand(m_barLaw.probabilities, trials());
            cells.bandLow = std::move(band.low);
            cells.bandHigh = std::move(band.high);
        }
        return cells;
    }

    /// The recorded points and, between two checkpoints, one for the trials so far.
    Convergence convergenceSoFar() const {
        Convergence convergence = m_convergence;
        const auto last = convergence.trials.empty() ? 0 : convergence.trials.back();
        if (static_cast<double>(trials()) > last)
            m_distances.record(m_tally.kept, convergence);
        return convergence;
    }

    std::vector<Figure> figures(const std::vector<Verdict>& verdicts) const {
        std::vector<Figure> all;
        all.push_back(keptUnitsFigure(m_setting, trials(), histogramCells(), verdicts));
        all.push_back(
            convergenceFigure(m_setting, convergenceSoFar(), trials(), m_plannedTrials, verdicts));
        all.push_back(maskFigure(m_setting, m_mask));
        if (m_setting.randomUnits)
            all.push_back(independenceFigure(m_setting, trials(),
                                             m_simulation->firstPairs(trials()), verdicts));
        return all;
    }

    std::vector<std::int64_t> reportedCounts() const {
        const CountRange range = eightSigma(*m_setting.law);
        std::vector<std::int64_t> ks;
        const auto addSeen = [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t k = first; k <= last; ++k)
                if (m_tally.kept.count(k) > 0)
                    ks.push_back(k);
        };
        addSeen(m_tally.kept.smallest(), std::min(range.first - 1, m_tally.kept.largest()));
        for (std::int64_t k = range.first; k <= range.last; ++k)
            ks.push_back(k);
        addSeen(std::max(range.last + 1, m_tally.kept.smallest()), m_tally.kept.largest());
        return ks;
    }

    std::vector<NamedArray> arrays() const {
        const auto ks = reportedCounts();
        const auto lawAt = [&](const CountLaw& law) {
            const auto curve = law.curve(ks.front(), ks.back());
            std::vector<double> values;
            for (const std::int64_t k : ks)
                values.push_back(curve[static_cast<std::size_t>(k - ks.front())]);
            return values;
        };
        const auto law = lawAt(*m_setting.law);
        std::vector<double> counts;
        for (const std::int64_t k : ks)
            counts.push_back(static_cast<double>(m_tally.kept.count(k)));
        const auto band = simultaneousBand(law, trials());
        std::vector<NamedArray> all;
        const auto add = [&](const char* name, std::vector<double> values) {
            all.push_back({name, {values.size()}, std::move(values)});
        };
        add("k", {ks.begin(), ks.end()});
        add("count", std::move(counts));
        if (m_setting.alternative) {
            add("binomial", law);
            add("poisson", lawAt(*m_setting.alternative));
        } else {
            add("thinned", law);
        }
        add("band_low", {band.low.begin(), band.low.end()});
        add("band_high", {band.high.begin(), band.high.end()});
        return all;
    }

    Parameters m_parameters;
    std::int64_t m_plannedTrials;
    Setting m_setting;
    std::unique_ptr<Simulation> m_simulation;
    Tally m_tally;
    Distances m_distances;
    Convergence m_convergence;
    std::size_t m_checkpoints = 0; ///< recorded so far
    CellGrid m_bars;
    CellLaw m_barLaw;
    CellLaw m_barAlternative;
    CellGrid m_testCells;
    CellLaw m_testLaw;
    DrawnMask m_mask;
};

class KeptUnitsLab final : public Lab {
  public:
    const LabDescription& description() const override { return kept_units::description(); }

    std::vector<Problem> check(const Parameters& parameters,
                               std::int64_t plannedTrials) const override {
        const auto problem = excessiveWork(parameters, plannedTrials);
        return problem ? std::vector{*problem} : std::vector<Problem>();
    }

    std::unique_ptr<LabRun> start(const Parameters& parameters, std::uint64_t seed,
                                  std::int64_t plannedTrials) const override {
        return std::make_unique<KeptUnitsRun>(parameters, seed, plannedTrials);
    }

    Explanation explain(const Report& report) const override { return kept_units::explain(report); }
};

} // namespace

const Lab& keptUnitsLab() {
    static const KeptUnitsLab lab;
    return lab;
}

} // namespace plumbline
