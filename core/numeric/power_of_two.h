#pragma once

#include <bit>
#include <cstdint>

namespace plumbline {

static_assert(sizeof(double) == 8, "IEEE binary64 is assumed");

/// 2^exponent for exponent in [-1022, 1023].
inline double powerOfTwo(int exponent) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
}

/// x 2^exponent for exponent in [-2044, 2046], rounded at most twice when the result is denormal.
inline double scaledByPowerOfTwo(double x, int exponent) {
    const int half = exponent / 2;
    return x * powerOfTwo(half) * powerOfTwo(exponent - half);
}

struct BinaryParts {
    double fraction = 1.0; ///< in [sqrt(1/2), sqrt 2)
    int exponent = 0;
};

/// x = fraction 2^exponent, exactly, for finite x > 0.
inline BinaryParts binaryParts(double x) {
    constexpr std::uint64_t kFractionBits = 0x000fffffffffffff;
    constexpr std::uint64_t kSquareRootOfTwo = 0x3ff6a09e667f3bcd;
    int exponent = 0;
    if (x < 0x1p-1022) {
        x *= 0x1p54;
        exponent = -54;
    }
    const auto bits = std::bit_cast<std::uint64_t>(x);
    exponent += static_cast<int>(bits >> 52) - 1023;
    std::uint64_t fraction = (bits & kFractionBits) | 0x3ff0000000000000;
    if (fraction >= kSquareRootOfTwo) {
        fraction -= std::uint64_t{1} << 52;
        ++exponent;
    }
    return {std::bit_cast<double>(fraction), exponent};
}

/// ln 2 in two parts; the first has 21 trailing zero bits, so k kLogTwoHigh is exact for |k| <
/// 2^20.
inline constexpr double kLogTwoHigh = 0x1.62e42feep-1;
inline constexpr double kLogTwoLow = 0x1.a39ef35793c76p-33;

} // namespace plumbline
