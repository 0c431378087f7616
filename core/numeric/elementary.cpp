#include "core/numeric/elementary.h"

#include "core/numeric/atanh_series.h"
#include "core/numeric/double_double.h"
#include "core/numeric/power_of_two.h"

#include <limits>

namespace plumbline {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct ReducedArgument {
    double main = 0.0;
    double rest = 0.0;
    int exponent = 0;
};

/// x = exponent ln 2 + main + rest, |main| <= ln 2 / 2.
ReducedArgument reduced(double x) {
    constexpr double kInverseLogTwo = 0x1.71547652b82fep0;
    const double scaled = x * kInverseLogTwo;
    const int exponent = static_cast<int>(scaled + (scaled < 0.0 ? -0.5 : 0.5));
    if (exponent == 0)
        return {x, 0.0, 0};
    const double high = x - exponent * kLogTwoHigh;
    const double low = exponent * kLogTwoLow;
    const double main = high - low;
    return {main, (high - main) - low, exponent};
}

/// (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2 by Taylor; the first term left out is below 2^-57.
double exponentialTail(double r) {
    const double r2 = r * r;
    const double even =
        1.0 / 2 +
        r2 * (1.0 / 24 + r2 * (1.0 / 720 +
                               r2 * (1.0 / 40320 + r2 * (1.0 / 3628800 + r2 * (1.0 / 479001600)))));
    const double odd =
        1.0 / 6 + r2 * (1.0 / 120 +
                        r2 * (1.0 / 5040 + r2 * (1.0 / 362880 + r2 * (1.0 / 39916800 +
                                                                      r2 * (1.0 / 6227020800.0)))));
    return even + r * odd;
}

/// log(2^exponent (1 + f)) + correction for 1 + f in [sqrt(1/2), sqrt 2).
double assembledLog(double f, int exponent, double correction) {
    const double s = f / (2.0 + f);
    const double halfSquare = 0.5 * f * f;
    const double tail = s * (halfSquare + 2.0 * s * s * narrowAtanhTail(s * s));
    if (exponent == 0)
        return f - (halfSquare - (tail + correction));
    const double low = exponent * kLogTwoLow + correction;
    return exponent * kLogTwoHigh - ((halfSquare - (tail + low)) - f);
}

} // namespace

double portableExp(double x) {
    if (!(x < 709.79))
        return x != x ? x : kInfinity;
    if (x < -745.14)
        return 0.0;
    const auto [main, rest, exponent] = reduced(x);
    return scaledByPowerOfTwo(1.0 + (main + (rest + main * main * exponentialTail(main))),
                              exponent);
}

double portableExpm1(double x) {
    if (!(x < 709.79))
        return x != x ? x : kInfinity;
    if (x < -40.0)
        return -1.0;
    if (x == 0.0)
        return x;
    const auto [main, rest, exponent] = reduced(x);
    const double tail = rest + main * main * exponentialTail(main);
    if (exponent == 0)
        return x + tail;
    // e^x - 1 = 2^exponent (1 - 2^-exponent + e^main - 1), and 2^-exponent vanishes from 60 on.
    const double offset = exponent < 60 ? 1.0 - powerOfTwo(-exponent) : 1.0;
    const DoubleDouble sum = twoSum(offset, main);
    return scaledByPowerOfTwo(sum.hi + (sum.lo + tail), exponent);
}

double portableLog(double x) {
    if (!(x > 0.0))
        return x == 0.0 ? -kInfinity : kNaN;
    if (x == kInfinity)
        return x;
    const BinaryParts parts = binaryParts(x);
    return assembledLog(parts.fraction - 1.0, parts.exponent, 0.0);
}

double portableLog1p(double x) {
    if (!(x > -1.0))
        return x == -1.0 ? -kInfinity : kNaN;
    if (x == kInfinity || x == 0.0)
        return x;
    if (x > -0.29 && x < 0.41)
        return assembledLog(x, 0, 0.0);
    const DoubleDouble sum = twoSum(1.0, x);
    const BinaryParts parts = binaryParts(sum.hi);
    return assembledLog(parts.fraction - 1.0, parts.exponent, sum.lo / sum.hi);
}

double portableLog1pMinusX(double x) {
    if (!(x >= -0.5 && x <= 1.0))
        return x == kInfinity ? -kInfinity : portableLog1p(x) - x;
    const double r = x / (2.0 + x);
    return -r * (x - 2.0 * r * r * atanhTail(r * r));
}

} // namespace plumbline
