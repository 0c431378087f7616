#pragma once

namespace plumbline {

/**
 * exp, log and their relatives from IEEE additions, multiplications, divisions and exponent bits
 * alone, so that samplers and laws built on them give the same bits on every machine. The C
 * library's own differ between versions. Needs round-to-nearest and no contraction into fused
 * operations (-ffp-contract=off).
 *
 * Error below 1 ulp (portableLog1pMinusX: below 2.5 ulp); results below 2^-1022 are within one
 * denormal step. Every function returns NaN for NaN.
 */

/// e^x: 0 at -infinity and below -745.14, infinity from 709.79.
double portableExp(double x);

/// e^x - 1, with all digits near 0. -0 stays -0.
double portableExpm1(double x);

/// Natural logarithm: -infinity at +-0, NaN below 0, infinity at infinity. Denormals are exact
/// input.
double portableLog(double x);

/// log(1 + x), with all digits near 0: -infinity at -1, NaN below. -0 stays -0.
double portableLog1p(double x);

/**
 * log(1 + x) - x, which is never positive: -infinity at -1 and at infinity, NaN below -1. Between
 * -1/2 and 1 it is -r (x - 2 r^2 (1/3 + r^2/5 + r^4/7 + ...)), r = x/(2 + x), which is free of
 * cancellation.
 */
double portableLog1pMinusX(double x);

} // namespace plumbline
