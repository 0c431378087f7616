#pragma once

#include "core/numeric/double_double.h"

#include <cstdint>

namespace plumbline {

/**
 * The exact total-variation distance 1/2 sum |b(k) - f(k)| between Binomial(trials, success), b,
 * and the Poisson law f of the same mean. It lies in [0, 1]; 0 for success = 0 or trials = 0.
 *
 * b > f holds on one interval around floor(mean) + 1 (Barbour, Holst and Janson 1992), so the
 * distance is the sum over that interval of f(k) expm1(l(k)), in which nothing cancels, with
 *     l(k) = log(b/f) = S(n) - S(n-k) - D(n-k, n(1-success)) - log(1 - k/n)/2,
 * S Stirling's error and D the deviance of saddle_point.h. Intervals of more than 4096 counts are
 * integrated by the midpoint form of Euler-Maclaurin: a fixed cost for any number of trials.
 * Relative error below 1e-12 (while the distance is above 1e-300). Throws std::invalid_argument
 * where Binomial or Poisson does.
 */
double binomialPoissonDistance(std::int64_t trials, DoubleDouble success);

} // namespace plumbline
