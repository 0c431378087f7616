#pragma once

#include "core/lab/explanation.h"
#include "core/lab/parameter_spec.h"
#include "core/lab/parameters.h"
#include "core/lab/run_context.h"
#include "core/lab/shown_trial.h"
#include "core/report/report.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plumbline {

struct Preset {
    std::string id;
    std::string title;
    std::string description;                                    ///< what there is to see
    std::vector<std::pair<std::string, ParameterValue>> values; ///< the rest are defaults
    std::optional<std::int64_t> trials;
};

struct ArrayDescription {
    std::string name;
    std::string shape; ///< in symbols: "[cells]"
    std::string description;
};

struct FigureDescription {
    std::string id;
    std::string kind;
    std::string title;
    std::string description;
};

struct VerdictDescription {
    std::string id;
    std::string title;
    VerdictKind kind = VerdictKind::check;
    std::string description;
    std::vector<std::string> undeterminedWhen; ///< the only reasons for "agrees": null
};

/// All that is known of a lab before it runs; `plumbline describe` prints it.
struct LabDescription {
    std::string id;
    std::string group;
    std::string title;
    std::string summary;
    std::string trial; ///< what one trial is: "one layer of masks"
    std::int64_t defaultTrials = 0;
    std::vector<ParameterSpec> parameters;
    std::vector<Preset> presets;
    std::vector<ArrayDescription> arrays;
    std::vector<FigureDescription> figures;
    std::vector<VerdictDescription> verdicts;
};

/// figures: what a window needs for a frame. complete: the arrays as well.
enum class Detail { figures, complete };

/**
 * A simulation under way. advance() adds trials, report() says what they show so far. Results
 * depend on parameters, seed, planned trials and trials() alone, never on how advance() was called.
 * One thread at a time may use it; it shares nothing with other runs.
 */
class LabRun {
  public:
    virtual ~LabRun() = default;

    /**
     * Adds trials until trials() is target, the context asks to stop, or its deadline has passed
     * and at least one chunk was done, which may be a part of one huge trial. A chunk cut off by a
     * stop leaves no trace.
     */
    virtual void advance(std::int64_t target, const RunContext& context) = 0;

    virtual std::int64_t trials() const = 0;

    /// Why another plan, of at least trials() trials, cannot keep what was drawn so far: "the
    /// sampling changed to counts". Empty where it can.
    virtual std::string restartReason(std::int64_t plannedTrials) const = 0;

    /// Changes the plan; only where there is no restartReason().
    virtual void setPlannedTrials(std::int64_t plannedTrials) = 0;

    virtual Report report(Detail detail) const = 0;

    /**
     * The trial of that number, which need not be done yet. A function of parameters, seed and
     * number, in agreement with what the run counts; nothing while there is a hiddenReason().
     */
    virtual std::optional<ShownTrial> shownTrial(std::int64_t /*trial*/) const { return {}; }

    /// Why no single trial can be shown, as a sentence; empty where shownTrial() shows them.
    virtual std::string hiddenReason() const { return "This lab shows no single trials."; }
};

/// A pure function from parameters and a seed to a report. Stateless; safe from any thread.
class Lab {
  public:
    virtual ~Lab() = default;

    virtual const LabDescription& description() const = 0;

    /// Rules that join several parameters or the amount of work. Called after each value is
    /// checked.
    virtual std::vector<Problem> check(const Parameters& parameters,
                                       std::int64_t plannedTrials) const = 0;

    /// The parameters must have passed validate().
    virtual std::unique_ptr<LabRun> start(const Parameters& parameters, std::uint64_t seed,
                                          std::int64_t plannedTrials) const = 0;

    /// The theory with the numbers of a report of this lab, which may have no trials yet.
    virtual Explanation explain(const Report& report) const = 0;
};

inline constexpr std::int64_t kMaximumTrials = 1'000'000'000'000;

/// Every rule that these inputs break: single values, then trials, then Lab::check().
std::vector<Problem> validate(const Lab& lab, const Parameters& parameters,
                              std::int64_t plannedTrials);

/// The lab's defaults with the preset's values put in.
Parameters presetParameters(const LabDescription& lab, const Preset& preset);

} // namespace plumbline
