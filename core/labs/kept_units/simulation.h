#pragma once

#include "core/lab/run_context.h"
#include "core/labs/kept_units/setting.h"
#include "core/labs/kept_units/tally.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::kept_units {

/// The pairs of trials 0, 1 ... that are kept for the scatter plot.
inline constexpr std::int64_t kMostPairs = 2000;

/// The units of one trial's layer, and how many of them are kept.
struct TrialDraw {
    std::int64_t units = 0;
    std::int64_t kept = 0;
};

/**
 * Draws trials in one of the three ways. What a trial shows depends on the setting and its number
 * alone, never on chunks or threads.
 */
class Simulation {
  public:
    virtual ~Simulation() = default;

    /**
     * One chunk of trials done, done + 1 ... toward target, some milliseconds of work. The tally
     * holds `done` trials before and as many as are returned after it: as many as before if a stop
     * cut the chunk off or the chunk is only a part of one huge trial.
     */
    virtual std::int64_t advance(std::int64_t done, std::int64_t target, Tally& tally,
                                 const RunContext& context) = 0;

    /// What one trial draws, done or not; nothing unless drawsSingleTrials().
    virtual std::optional<TrialDraw> trial(std::int64_t /*number*/) const { return {}; }

    /// Kept and dropped units of the first kMostPairs trials done; empty unless units are random.
    virtual std::vector<UnitPair> firstPairs(std::int64_t done) const = 0;
};

/// An empty tally whose window is all that can be drawn.
Tally emptyTally(const Setting& setting);

std::unique_ptr<Simulation> makeSimulation(const Setting& setting);

/// Why Simulation::trial() shows nothing, as a sentence; empty where it does.
std::string hiddenTrialsReason(const Setting& setting);

} // namespace plumbline::kept_units
