#pragma once

#include "core/statistics/cell_counts.h"

#include <cstdint>
#include <optional>
#include <span>

namespace plumbline {

/**
 * Total variation between observed frequencies and a law, 1/2 sum |count/N - probability|, all
 * below the cells taken as one cell and all above as another. Unset for N = 0. Throws
 * std::invalid_argument if the spans differ in length.
 */
std::optional<double> empiricalDistance(const CellComparison& comparison);

/// The law of that distance when the counts do come from the law.
struct DistanceNoise {
    double expectation = 0.0;   ///< exact, by De Moivre's mean absolute deviation of each count
    double standardError = 0.0; ///< exact variances; covariances between cells as for normal counts
};

/**
 * De Moivre 1730: E|X - n p| = 2 m (1-p) Pr(X = m), m = floor(n p) + 1, for X ~ Binomial(n, p).
 * Each probability is one cell of `trials` multinomial counts; give what lies outside as cells too.
 * Throws std::invalid_argument if trials < 1 or a probability lies outside [0, 1].
 */
DistanceNoise distanceNoise(std::span<const double> probabilities, std::int64_t trials);

/// sum sqrt(p (1-p))/sqrt(2 pi N), which the expectation approaches as all N p grow.
double approximateNoiseFloor(std::span<const double> probabilities, std::int64_t trials);

/**
 * How far the distance may lie from its expectation, with probability at least 1 - alpha, whatever
 * the law: sqrt(ln(2/alpha)/(2N)), since one trial moves it by at most 1/N (McDiarmid 1989).
 */
double distanceTolerance(std::int64_t trials, double alpha);

} // namespace plumbline
