#pragma once

namespace plumbline {

/**
 * (atanh(r)/r - 1)/r^2 = 1/3 + s/5 + s^2/7 + ... with s = r^2: the tail that log(1 + x) =
 * 2 atanh(x/(2 + x)) leaves after its first term. Coefficients are the series' own, summed from the
 * smallest.
 */

/// The first `terms` terms.
template <int terms>
constexpr double atanhTailOf(double s) {
    double sum = 1.0 / (2 * terms + 1);
    for (int term = terms - 1; term > 0; --term)
        sum = sum * s + 1.0 / (2 * term + 1);
    return sum;
}

/// For s <= .0295, which is x in [sqrt(1/2) - 1, sqrt 2 - 1]: truncation below 2^-60.
constexpr double narrowAtanhTail(double s) {
    return atanhTailOf<12>(s);
}

/// For s <= 1/9, which is x in [-1/2, 1]: truncation below 2^-59.
constexpr double atanhTail(double s) {
    return s < 7e-4 ? atanhTailOf<6>(s) : atanhTailOf<18>(s);
}

} // namespace plumbline
