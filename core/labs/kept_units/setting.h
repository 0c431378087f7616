#pragma once

#include "core/distributions/count_law.h"
#include "core/lab/parameters.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace plumbline::kept_units {

enum class Sampling { masks, counts, histogram };

/// The parameters of one run, resolved: what is simulated and what it is compared with.
struct Setting {
    double dropProbability = 0.5;
    bool randomUnits = false; ///< M ~ Poisson(rate) in each trial, else units
    std::int64_t units = 0;
    double rate = 0;
    Sampling sampling = Sampling::masks;
    std::uint64_t seed = 0;
    std::shared_ptr<const CountLaw> law;
    std::shared_ptr<const CountLaw> alternative; ///< null for random units

    double keepProbability() const { return 1 - dropProbability; }
    double meanUnits() const { return randomUnits ? rate : static_cast<double>(units); }

    /// Draws from the very law it is compared with: every draw is then a test of the sampler.
    bool testsOnlyTheSampler() const {
        return sampling == Sampling::histogram || (sampling == Sampling::counts && !randomUnits);
    }
};

/// Units drawn up to which `auto` draws masks, and trials up to which it draws masks or counts.
inline constexpr double kAutomaticWork = 2e9;

/// About an hour of drawing masks.
inline constexpr double kMostMaskedUnits = 1e13;

/// And of drawing trials one by one, however few units they have.
inline constexpr std::int64_t kMostSingleTrials = 100'000'000'000;

/// What the sampling parameter means for so many trials.
Sampling resolvedSampling(const Parameters& parameters, std::int64_t plannedTrials);

/// What is wrong with a plan that would take much longer than an hour, and the sampling that would
/// do.
std::optional<Problem> excessiveWork(const Parameters& parameters, std::int64_t plannedTrials);

std::string samplingName(Sampling sampling);

Setting makeSetting(const Parameters& parameters, std::uint64_t seed, std::int64_t plannedTrials);

} // namespace plumbline::kept_units
