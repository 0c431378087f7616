#pragma once

#include "core/lab/lab.h"

#include <atomic>
#include <chrono>
#include <optional>

namespace plumbline {

/**
 * A lab for tests of everything that shows labs: one parameter of every kind, presets, a figure of
 * every kind, a verdict in every state, and trials whose cost and faults the test chooses.
 *
 * A trial is the number of `units` coins (at most 64) that fall on the kept side, each with
 * probability 1 - p. Trial i is a function of (seed, i) alone, so any chunking gives one report.
 */
class SampleLab : public Lab {
  public:
    struct Behaviour {
        std::int64_t chunk = 500;
        std::chrono::microseconds chunkCost{0}; ///< slept through, unless a stop is asked for
        std::chrono::microseconds startCost{0};
        std::optional<std::int64_t> throwsAt; ///< advance() throws once so many trials are done
        bool throwsAtStart = false;
        std::string restartReason; ///< why no plan can be changed; empty: it can
        bool showsTrials = true;
    };

    SampleLab();
    explicit SampleLab(Behaviour behaviour, const char* id = "sample",
                       const char* title = "Sample units");

    const LabDescription& description() const override { return m_description; }

    /// Refuses p + rate > 100, as a rule that joins two parameters.
    std::vector<Problem> check(const Parameters& parameters,
                               std::int64_t plannedTrials) const override;
    std::unique_ptr<LabRun> start(const Parameters& parameters, std::uint64_t seed,
                                  std::int64_t plannedTrials) const override;
    Explanation explain(const Report& report) const override;

    /// How many runs were started, by any thread.
    int starts() const { return m_starts; }

    /// The report of a run from start to end without a window.
    Report straightRun(const Parameters& parameters, std::uint64_t seed, std::int64_t trials) const;

  private:
    Behaviour m_behaviour;
    LabDescription m_description;
    mutable std::atomic<int> m_starts = 0;
};

} // namespace plumbline
