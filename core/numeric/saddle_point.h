#pragma once

#include "core/numeric/double_double.h"

namespace plumbline {

/**
 * The two parts of Loader's saddle-point form of Poisson and binomial probabilities (Loader 2000),
 *     x! = sqrt(2 pi x) (x/e)^x e^stirlingError(x),
 *     poisson(x; m) = e^(-deviance(x, m) - stirlingError(x)) / sqrt(2 pi x),
 * in which nothing large cancels.
 */

/**
 * log(x!) - log(sqrt(2 pi x) (x/e)^x) for whole x >= 1 and real x >= 16; about 1/(12 x). Absolute
 * error below 1e-17. Throws std::domain_error elsewhere.
 */
double stirlingError(double x);

/**
 * x log(x/m) + m - x for x > 0 and m > 0, never negative. `difference` is x - m, which the caller
 * knows without cancellation. Relative error below 2^-52 for the sum of both parts, falling with
 * |x - m|/x.
 */
DoubleDouble deviance(double x, DoubleDouble m, DoubleDouble difference);

} // namespace plumbline
