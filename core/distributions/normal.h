#pragma once

namespace plumbline {

/// The standard normal law. By the C library and Boost.Math: not the same bits on every machine.
double normalDensity(double z);

/// Pr(Z <= z); the upper tail is normalCdf(-z). Relative error about 1e-16 (1 + z^2) in the lower
/// tail.
double normalCdf(double z);

/// The z with normalCdf(z) = u: -infinity at 0, infinity at 1. Throws std::domain_error elsewhere
/// outside (0, 1) and for NaN.
double normalQuantile(double u);

} // namespace plumbline
