#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace plumbline {

/// Power divergence (Cressie and Read 1984) with exponent 1 (Pearson's chi-square) or 2/3.
enum class FitStatistic { chiSquare, cressieRead };

struct GoodnessOfFit {
    double statistic = 0;
    std::size_t cells = 0; ///< after pooling; below two nothing can be tested and pValue is NaN
    double degreesOfFreedom = 0;
    double pValue = 0; ///< upper tail of chi-squared
};

/**
 * Tests counts against a law that is fully known. counts[k] belongs to probabilities[k]; what the
 * probabilities leave to 1 and the trials that counts leave to `trials` form one more cell. Cells
 * are pooled from both tails inward, and interior ones with their neighbour, until each expects at
 * least 5. A count where the law has no mass at all gives an infinite statistic and p = 0.
 */
GoodnessOfFit goodnessOfFit(std::span<const std::int64_t> counts,
                            std::span<const double> probabilities, std::int64_t trials,
                            FitStatistic statistic = FitStatistic::cressieRead);

/// The statistic without pooling, over all cells with mass: for a Monte Carlo p-value.
double fitStatistic(std::span<const std::int64_t> counts, std::span<const double> probabilities,
                    std::int64_t trials, FitStatistic statistic = FitStatistic::cressieRead);

/**
 * (1 + #{simulated >= observed}) / (1 + replicates): exact for any N (Barnard 1963). draw(r) gives
 * the statistic of replicate r = 0, 1 ... under the law.
 */
double monteCarloPValue(double observed, int replicates,
                        const std::function<double(int replicate)>& draw);

} // namespace plumbline
