#pragma once

#include "core/distributions/count_law.h"

#include <cstdint>
#include <vector>

namespace plumbline {

/// Finitely many values and their probabilities.
struct WeightedValues {
    std::vector<double> values;
    std::vector<double> weights; ///< sum to 1
};

/**
 * The counts of a law between its two quantiles at `tail`, less the mean, over the standard
 * deviation, which must not be 0. More than `most` counts are taken on an even grid, a sum that
 * converges exponentially for laws that smooth.
 */
WeightedValues standardisedGrid(const CountLaw& law, double tail, std::int64_t most);

/**
 * How far from 0 the average of n independent draws may lie, upward (direction 1) or downward (-1),
 * so that going further has probability `tail`. By the saddle point: Chernoff's bound with the
 * prefactor 1/(s sqrt(2 pi n K'')) of Bahadur and Rao 1960 where that is below 1. The largest or
 * smallest value where even that is likelier. The values' mean must be near 0.
 */
double extremeAverage(const WeightedValues& law, double n, double tail, double direction);

} // namespace plumbline
