#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace plumbline {

/// Counts low[k] to high[k], both included, between which every cell lies at once with the level.
struct SimultaneousBand {
    std::vector<std::int64_t> low;
    std::vector<std::int64_t> high;
    double pointwiseLevel = 0; ///< the level of each cell alone
};

/**
 * Band for the histogram of `trials` independent draws, centred on their law. A cell's count is
 * Binomial(trials, probability); its quantiles are drawn at the pointwise level at which the product
 * over cells of P(low <= Poisson(trials pi) <= high), with Levin's (1981) correction for the fixed
 * sum, is `level`. What the probabilities leave to 1 is one more cell. O(cells), whatever trials.
 * trials >= 1, 0 < level < 1, else std::invalid_argument.
 */
SimultaneousBand simultaneousBand(std::span<const double> probabilities, std::int64_t trials,
                                  double level = 0.95);

} // namespace plumbline
