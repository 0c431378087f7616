#pragma once

#include <cstdint>

namespace plumbline {

struct CountBounds {
    std::int64_t low = 0;
    std::int64_t high = 0;
};

/// A tail and the normal quantile that belongs to it: normalCdf(-deviate) = probability.
struct PointwiseTail {
    double probability = 0.0;
    double deviate = 0.0;
};

/**
 * The quantiles of Binomial(trials, success) at tail and 1 - tail, success in [0, 1]. Above
 * `exactBelow` in variance by Cornish-Fisher to third order, which may be one count off; otherwise
 * by sums, begun three deviations further out.
 */
CountBounds countBounds(std::int64_t trials, double success, PointwiseTail tail, double exactBelow);

/// Cumulants of a Poisson law held inside bounds, less those of the law's mean.
struct BoundedPoisson {
    double logProbability = 0.0; ///< of lying inside
    double meanShift = 0.0;
    double variance = 0.0;
    double thirdCumulant = 0.0;
    double fourthCumulant = 0.0;

    void add(const BoundedPoisson& other, double weight);
};

/// By summation below a mean of 100, by Edgeworth expansion above.
BoundedPoisson boundedPoisson(double mean, CountBounds bounds);

} // namespace plumbline
