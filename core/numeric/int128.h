#pragma once

namespace plumbline {

/// 128-bit integers of GCC and Clang, for sums that must stay exact.
__extension__ using Int128 = __int128;

/// a/b rounded to nearest, for b > 0.
constexpr Int128 roundedQuotient(Int128 a, Int128 b) {
    const Int128 half = b / 2;
    return a >= 0 ? (a + half) / b : -((-a + half) / b);
}

} // namespace plumbline
