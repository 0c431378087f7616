#pragma once

#include <cmath>
#include <cstdint>

namespace plumbline {

/**
 * The unevaluated sum hi + lo, |lo| <= ulp(hi)/2: about 32 digits. For the few places where a
 * double's 16 are not enough, such as q = 1 - p or M q - k. Exact and portable building blocks
 * after Dekker 1971 and Knuth; std::fma is rounded exactly by definition. No care is taken of
 * infinities or of parts below 1e-290.
 */
struct DoubleDouble {
    double hi = 0.0;
    double lo = 0.0;

    constexpr DoubleDouble() = default;
    constexpr DoubleDouble(double high, double low = 0.0) : hi(high), lo(low) {}

    constexpr double value() const { return hi + lo; }
    bool operator==(const DoubleDouble&) const = default;
};

/// a + b exactly, for |a| >= |b| or a = 0.
constexpr DoubleDouble fastTwoSum(double a, double b) {
    const double sum = a + b;
    return {sum, b - (sum - a)};
}

/// a + b exactly.
constexpr DoubleDouble twoSum(double a, double b) {
    const double sum = a + b;
    const double partOfB = sum - a;
    return {sum, (a - (sum - partOfB)) + (b - partOfB)};
}

/// a b exactly.
inline DoubleDouble twoProd(double a, double b) {
    const double product = a * b;
    return {product, std::fma(a, b, -product)};
}

constexpr DoubleDouble operator-(DoubleDouble a) {
    return {-a.hi, -a.lo};
}

/// Relative error below 2^-104 also under cancellation between the high parts.
constexpr DoubleDouble operator+(DoubleDouble a, DoubleDouble b) {
    const DoubleDouble high = twoSum(a.hi, b.hi);
    const DoubleDouble low = twoSum(a.lo, b.lo);
    const DoubleDouble sum = fastTwoSum(high.hi, high.lo + low.hi);
    return fastTwoSum(sum.hi, sum.lo + low.lo);
}

constexpr DoubleDouble operator-(DoubleDouble a, DoubleDouble b) {
    return a + (-b);
}

inline DoubleDouble operator*(DoubleDouble a, DoubleDouble b) {
    const DoubleDouble product = twoProd(a.hi, b.hi);
    return fastTwoSum(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

inline DoubleDouble operator/(DoubleDouble a, DoubleDouble b) {
    const double quotient = a.hi / b.hi;
    const DoubleDouble remainder = a - b * DoubleDouble(quotient);
    return fastTwoSum(quotient, remainder.value() / b.hi);
}

/// 1 - p without loss: exact for a plain double p.
constexpr DoubleDouble complement(DoubleDouble p) {
    return DoubleDouble(1.0) - p;
}

/// All 64 bits of an integer.
constexpr DoubleDouble exactly(std::int64_t integer) {
    const auto high = static_cast<double>(integer / 2048 * 2048);
    return fastTwoSum(high, static_cast<double>(integer % 2048));
}

/// The largest integer not above x, for |x| < 2^63.
inline std::int64_t floorOf(DoubleDouble x) {
    const double whole = std::floor(x.hi);
    const double rest = std::floor((x - DoubleDouble(whole)).value());
    return static_cast<std::int64_t>(whole) + static_cast<std::int64_t>(rest);
}

/**
 * Natural logarithm for x > 0 (finite): relative error below 2^-58 away from 1, absolute error
 * below 2^-59 near it.
 */
DoubleDouble log(DoubleDouble x);

/// log(1 + x) - x for |x| <= 1/2: relative error below 2^-54, falling with x.
DoubleDouble log1pMinusX(DoubleDouble x);

/// e^x, rounded to a double: error below 1.5 ulp, within one step when denormal.
double exp(DoubleDouble x);

} // namespace plumbline
