#pragma once

#include "core/distributions/count_law.h"
#include "core/statistics/integer_histogram.h"

#include <cstdint>
#include <span>

namespace plumbline {

/**
 * Total variation 1/2 sum |c_k/N - pi_k| between a histogram of N >= 1 counts and a law, over all
 * whole numbers. windowPmf is law.curve(histogram.first(), histogram.last()), which the caller keeps.
 */
double empiricalDistance(const IntegerHistogram& histogram, const CountLaw& law,
                         std::span<const double> windowPmf);

/// What empiricalDistance() is on average, and its standard deviation, if the law is true.
struct ExpectedDistance {
    double mean = 0;
    double standardError = 0;
};

/**
 * Exact mean: half the sum over cells of E|X/N - pi|, X ~ Binomial(N, pi), by De Moivre's closed form
 * 2 (m/N) (1 - pi) P(X = m), m = floor(N pi) + 1; what the probabilities leave to 1 counts as if it
 * were spread over cells too rare to be hit twice. The standard deviation leaves the small covariance
 * of cells out. O(cells), whatever N.
 */
ExpectedDistance expectedDistance(std::span<const double> probabilities, std::int64_t trials);

/// sum sqrt(pi (1 - pi)) / sqrt(2 pi N): the large-N form of the mean.
double noiseFloor(std::span<const double> probabilities, std::int64_t trials);

/**
 * Beyond mean +- this the distance falls with probability alpha at most, whatever the law: one trial
 * moves it by at most 1/N, so sqrt(ln(2/alpha) / (2 N)) (McDiarmid 1989).
 */
double distanceTolerance(std::int64_t trials, double alpha);

} // namespace plumbline
