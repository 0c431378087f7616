// Philox rounds in vectors, compiled once for every instruction set; include after hwy/highway.h.
#if defined(PLUMBLINE_PHILOX_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef PLUMBLINE_PHILOX_INL_H
#undef PLUMBLINE_PHILOX_INL_H
#else
#define PLUMBLINE_PHILOX_INL_H
#endif

#include <cstdint>

HWY_BEFORE_NAMESPACE();
namespace plumbline {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Lanes = hn::ScalableTag<std::uint64_t>;
using Vector = hn::Vec<Lanes>;

/// The key of each round, the low 32 bits of each entry.
struct RoundKeys {
    std::uint64_t low[10];
    std::uint64_t high[10];
};

HWY_INLINE RoundKeys roundKeys(std::uint64_t seed) {
    RoundKeys keys;
    for (std::uint64_t round = 0; round < 10; ++round) {
        keys.low[round] = (seed + round * 0x9E3779B9u) & 0xFFFFFFFFu;
        keys.high[round] = ((seed >> 32) + round * 0xBB67AE85u) & 0xFFFFFFFFu;
    }
    return keys;
}

/// The four counter words of each lane in the low halves; the high halves hold anything.
struct Words {
    Vector c0;
    Vector c1;
    Vector c2;
    Vector c3;
};

#if HWY_TARGET == HWY_SCALAR

/// Product of the low halves.
HWY_INLINE Vector times(Vector a, Vector b) {
    return Vector((a.raw & 0xFFFFFFFFu) * (b.raw & 0xFFFFFFFFu));
}

/// The high half brought down; the new high half holds anything.
HWY_INLINE Vector highHalf(Vector v) {
    return hn::ShiftRight<32>(v);
}

/// low + 2^32 high of the low halves.
HWY_INLINE Vector joined(Vector low, Vector high) {
    return hn::Or(hn::And(low, hn::Set(Lanes(), 0xFFFFFFFFu)), hn::ShiftLeft<32>(high));
}

#else

using Halves = hn::Repartition<std::uint32_t, Lanes>;

HWY_INLINE Vector times(Vector a, Vector b) {
    return hn::MulEven(hn::BitCast(Halves(), a), hn::BitCast(Halves(), b));
}

/// A shuffle, since shifts would compete with the products for one port of x86 processors.
HWY_INLINE Vector highHalf(Vector v) {
    return hn::BitCast(Lanes(), hn::Shuffle2301(hn::BitCast(Halves(), v)));
}

HWY_INLINE Vector joined(Vector low, Vector high) {
    const auto raised = hn::Shuffle2301(hn::BitCast(Halves(), high));
    return hn::BitCast(Lanes(), hn::OddEven(raised, hn::BitCast(Halves(), low)));
}

#endif

HWY_INLINE Vector multiplier0() {
    return hn::Set(Lanes(), 0xD2511F53u);
}
HWY_INLINE Vector multiplier1() {
    return hn::Set(Lanes(), 0xCD9E8D57u);
}

HWY_INLINE Words philoxRounds(Words w, const RoundKeys& keys, int firstRound) {
    const Lanes d;
    for (int round = firstRound; round < 10; ++round) {
        const Vector product0 = times(multiplier0(), w.c0);
        const Vector product1 = times(multiplier1(), w.c2);
        w.c0 = hn::Xor3(highHalf(product1), w.c1, hn::Set(d, keys.low[round]));
        w.c1 = product1;
        w.c2 = hn::Xor3(highHalf(product0), w.c3, hn::Set(d, keys.high[round]));
        w.c3 = product0;
    }
    return w;
}

} // namespace HWY_NAMESPACE
} // namespace plumbline
HWY_AFTER_NAMESPACE();

#endif
