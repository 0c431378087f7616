#pragma once

namespace plumbline {

/**
 * Logarithms of binomial and Poisson probabilities at full double speed, for accepting or rejecting
 * a proposal: absolute error below 1e-14 + 1e-15 |log mass| up to n or mean = 1e12, near the mode
 * and in the tails. Portable arithmetic alone. Loader 2000 in compensated form: with m = n p,
 *   D(x, m) = x log(x/m) + m - x = -x (log(1 - t) + t),  t = (x - m)/x,
 * where x - m counts the rounding of n p in by a fused multiply-add.
 * Terms that do not depend on k are left in, so masses sum to 1.
 */

/// Whole k in [0, n], p and q = 1 - p in (0, 1).
double binomialLogMass(double k, double n, double p, double q);

/// Whole k >= 0, mean > 0.
double poissonLogMass(double k, double mean);

} // namespace plumbline
