#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace plumbline {

/// Where all counts of a histogram should lie at once.
struct CountBand {
    std::vector<std::int64_t> low;  ///< one a cell, inclusive
    std::vector<std::int64_t> high; ///< one a cell, inclusive
    double pointwiseTail = 0.0;     ///< what each count may leave on either side
    double jointCoverage = 0.0;     ///< probability that all counts lie inside, as computed

    bool operator==(const CountBand&) const = default;
};

inline constexpr double kBandLevel = 0.95;

/**
 * The band around a law, for the counts that `trials` independent draws leave in cells of the given
 * probabilities. Bounds are quantiles of Binomial(trials, probability) at one pointwise tail, the
 * largest at which all counts lie inside with probability `level`. That joint probability is
 *     n!/(n^n e^-n) product Pr(low <= X <= high) Pr(W = n),
 * X ~ Poisson(n p) and W the sum of all X held inside their bounds (Levin 1981, eq. 1), Pr(W = n)
 * by an Edgeworth series. What the probabilities leave of 1 is a cell without bounds. Up to two
 * cells, which mirror each other, the tail is exact.
 *
 * Quantiles are exact sums below a count variance of 1000, Cornish-Fisher above (below one count in
 * error); beyond kManyCells the change is at 100, and the tail is found on kSampledCells cells
 * spread evenly. A probability of 0 gives the band [0, 0]; 0 trials give [0, 0] everywhere.
 *
 * Throws std::invalid_argument if a probability is not in [0, 1], their sum exceeds 1 by more than
 * rounding, trials is negative or level is not in (0, 1).
 */
CountBand simultaneousBand(std::span<const double> probabilities, std::int64_t trials,
                           double level = kBandLevel);

inline constexpr std::size_t kManyCells = 2000;
inline constexpr std::size_t kSampledCells = 1000;

} // namespace plumbline
