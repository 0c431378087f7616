#include "tests/support/sample_lab.h"

#include "tests/support/sample_figures.h"

#include <stdexcept>
#include <thread>

namespace plumbline {
namespace {

using namespace std::chrono_literals;

std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

class SampleRun : public LabRun {
  public:
    SampleRun(std::string lab, const SampleLab::Behaviour& behaviour, Parameters parameters,
              std::uint64_t seed, std::int64_t planned)
        : m_lab(std::move(lab)), m_behaviour(behaviour), m_parameters(std::move(parameters)),
          m_seed(seed), m_planned(planned),
          m_units(static_cast<int>(std::min<std::int64_t>(64, m_parameters.integer("units")))),
          m_counts(static_cast<std::size_t>(m_units) + 1) {}

    void advance(std::int64_t target, const RunContext& context) override {
        while (m_trials < target && !context.stopRequested()) {
            if (!sleptThroughChunk(context))
                return;
            const std::int64_t end = std::min(target, m_trials + m_behaviour.chunk);
            for (; m_trials < end; ++m_trials)
                ++m_counts[static_cast<std::size_t>(keptUnits(m_trials))];
            if (m_behaviour.throwsAt && m_trials >= *m_behaviour.throwsAt)
                throw std::runtime_error("the sample lab was told to fail");
            context.report(m_trials);
            if (context.deadlinePassed())
                return;
        }
    }

    std::int64_t trials() const override { return m_trials; }
    std::string restartReason(std::int64_t) const override { return m_behaviour.restartReason; }
    void setPlannedTrials(std::int64_t planned) override { m_planned = planned; }

    Report report(Detail) const override {
        Report report;
        report.lab = m_lab;
        report.parameters = m_parameters;
        report.seed = m_seed;
        report.trials = m_trials;
        report.plannedTrials = m_planned;
        const SampleCounts counts{m_units, m_parameters.real("p"), m_counts, m_trials, m_seed};
        report.figures = sampleFigures(counts);
        report.verdicts = sampleVerdicts(counts);
        return report;
    }

    std::optional<ShownTrial> shownTrial(std::int64_t trial) const override {
        if (!m_behaviour.showsTrials)
            return {};
        const int kept = keptUnits(trial);
        ShownTrial shown;
        shown.trial = trial;
        shown.figure = report(Detail::figures).figures.at(2);
        shown.figure->title = "Trial " + std::to_string(trial);
        shown.targetFigure = "histogram";
        shown.x = kept;
        shown.words = shown.figure->title + ": " + std::to_string(kept) + " kept";
        return shown;
    }
    std::string hiddenReason() const override {
        return m_behaviour.showsTrials ? "" : "The sample lab was told to hide its trials.";
    }

  private:
    bool sleptThroughChunk(const RunContext& context) const {
        const auto until = std::chrono::steady_clock::now() + m_behaviour.chunkCost;
        while (std::chrono::steady_clock::now() < until) {
            if (context.stopRequested())
                return false;
            std::this_thread::sleep_for(
                std::min<std::chrono::microseconds>(1ms, m_behaviour.chunkCost));
        }
        return true;
    }

    int keptUnits(std::int64_t trial) const {
        const double drop = m_parameters.real("p");
        int kept = 0;
        for (int unit = 0; unit < m_units; ++unit) {
            const auto key = static_cast<std::uint64_t>(trial) * 64 + static_cast<unsigned>(unit);
            const double uniform = static_cast<double>(mixed(mixed(m_seed) ^ key) >> 11) * 0x1p-53;
            kept += uniform >= drop ? 1 : 0;
        }
        return kept;
    }

    std::string m_lab;
    SampleLab::Behaviour m_behaviour;
    Parameters m_parameters;
    std::uint64_t m_seed;
    std::int64_t m_planned;
    int m_units;
    std::vector<std::int64_t> m_counts;
    std::int64_t m_trials = 0;
};

ParameterSpec number(const char* name, const char* symbol, const char* title, ParameterKind kind,
                     ParameterValue value, double low, double high, double step,
                     ParameterScale scale) {
    return {.name = name,
            .symbol = symbol,
            .title = title,
            .description = {},
            .kind = kind,
            .defaultValue = std::move(value),
            .minimum = low,
            .maximum = high,
            .step = step,
            .scale = scale,
            .choices = {},
            .applies = {}};
}

ParameterSpec other(const char* name, const char* title, ParameterKind kind, ParameterValue value) {
    ParameterSpec spec;
    spec.name = name;
    spec.title = title;
    spec.kind = kind;
    spec.defaultValue = std::move(value);
    return spec;
}

std::vector<ParameterSpec> sampleSpecs() {
    using enum ParameterKind;
    const auto linear = ParameterScale::linear;
    const auto logarithmic = ParameterScale::logarithmic;
    ParameterSpec p = number("p", "p", "drop probability", real, 0.3, 0, 1, 0.01, linear);
    p.description = "The probability that a unit is dropped, not kept.";
    ParameterSpec units = number("units", "M", "units in the layer", integer, std::int64_t{40}, 1,
                                 1e9, 1, logarithmic);
    ParameterSpec rate =
        number("rate", "λ", "Poisson rate (random M)", real, 40.0, 0.01, 1e6, 0.01, logarithmic);
    rate.applies = Applicability{"kind", {"poisson"}, "the number of units is fixed"};
    ParameterSpec kind = other("kind", "kind of layer", choice, std::string("fixed"));
    kind.choices = {{"fixed", "fixed"}, {"poisson", "Poisson(λ)"}};
    ParameterSpec weights =
        other("weights", "weights of the units", vector, std::vector<double>{1, 2, 3});
    weights.minimum = 0;
    weights.maximum = 10;
    return {p,
            units,
            rate,
            kind,
            other("relu", "rectify the output", toggle, true),
            weights,
            other("note", "a note", text, std::string()),
            other("data", "file of activations", file, std::string())};
}

} // namespace

SampleLab::SampleLab() : SampleLab(Behaviour{}) {}

SampleLab::SampleLab(Behaviour behaviour, const char* id, const char* title)
    : m_behaviour(behaviour) {
    m_description.id = id;
    m_description.group = "Samples";
    m_description.title = title;
    m_description.summary = "A lab for tests.";
    m_description.trial = "one layer";
    m_description.defaultTrials = 20000;
    m_description.parameters = sampleSpecs();
    for (const char* figure : {"histogram", "convergence", "mask", "scatter", "flow"})
        m_description.figures.push_back({figure, {}, {}, {}});
    m_description.presets = {
        {"half", "p = 1/2, a fair coin", "The widest law of all.", {{"p", 0.5}}, 5000},
        {"few", "four units", "A law of five bars.", {{"units", std::int64_t{4}}}, {}}};
}

std::vector<Problem> SampleLab::check(const Parameters& parameters, std::int64_t) const {
    if (parameters.real("p") + parameters.real("rate") > 100)
        return {{"rate", "p + rate must be at most 100"}};
    return {};
}

std::unique_ptr<LabRun> SampleLab::start(const Parameters& parameters, std::uint64_t seed,
                                         std::int64_t plannedTrials) const {
    ++m_starts;
    std::this_thread::sleep_for(m_behaviour.startCost);
    if (m_behaviour.throwsAtStart)
        throw std::runtime_error("the sample lab cannot start");
    return std::make_unique<SampleRun>(description().id, m_behaviour, parameters, seed,
                                       plannedTrials);
}

Report SampleLab::straightRun(const Parameters& parameters, std::uint64_t seed,
                              std::int64_t trials) const {
    Behaviour quick;
    SampleRun run(description().id, quick, parameters, seed, trials);
    run.advance(trials, {});
    return run.report(Detail::figures);
}

Explanation SampleLab::explain(const Report& report) const {
    const auto p = plainValue(report.parameters.real("p"));
    return {.title = "Why binomial?",
            .paragraphs = {"Each unit is kept with probability 1 − **" + p + "**, independently."},
            .formulas = {{.heading = "Exact law",
                          .id = "binomial-pmf",
                          .spoken = "The probability of k kept units",
                          .numbers = "<i>P</i>(0) = " + p + "<sup>40</sup>",
                          .note = "The bars fall inside the band at **95 %** of all places."}},
            .plotted = {{SeriesRole::law, "**Line:** the law"}},
            .suggestions = {{"a fair coin", "The widest law of all.", "half", {}},
                            {"two units", "Three bars.", {}, {{"units", std::int64_t{2}}}}},
            .conditions = {"The units are independent."},
            .prediction = Prediction{
                .question = "How often is nothing kept at p = **" + p + "**?",
                .answers = {{"never", "0", p == "0", "Nothing is lost."},
                            {"always", "1", p == "1", "All is lost."},
                            {"some", "between", p != "0" && p != "1", "Some are lost."}}}};
}

} // namespace plumbline
