// Compiled once for every instruction set, so neither Eigen nor standard-library templates in here:
// the linker could keep a copy of theirs that an older processor cannot run.
#include "core/random/masks_kernel.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/random/masks_kernel.cpp"
// The order matters here.
// clang-format off
#include "hwy/foreach_target.h"
#include "hwy/highway.h"
#include "core/random/philox-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace plumbline {
namespace HWY_NAMESPACE {

/// What the first three rounds have in common over all planes, which differ in c1 alone.
struct SharedRounds {
    Vector c0AfterOne; ///< without the plane
    Vector c2KeyTwo;
    Vector c0KeyThree;
    Vector c2KeyThree;
    Vector c3AfterThree;
};

HWY_INLINE SharedRounds sharedRounds(const RoundKeys& keys, Vector group, Vector trial) {
    const Lanes d;
    const Vector product0 = times(multiplier0(), group);
    const Vector product1 = times(multiplier1(), trial);
    const Vector c2 = hn::Xor3(highHalf(product0), highHalf(trial), hn::Set(d, keys.high[0]));
    const Vector secondProduct1 = times(multiplier1(), c2);
    const Vector secondC0 = hn::Xor3(highHalf(secondProduct1), product1, hn::Set(d, keys.low[1]));
    const Vector thirdProduct0 = times(multiplier0(), secondC0);
    SharedRounds shared;
    shared.c0AfterOne = hn::Xor(highHalf(product1), hn::Set(d, keys.low[0]));
    shared.c2KeyTwo = hn::Xor(product0, hn::Set(d, keys.high[1]));
    shared.c0KeyThree = hn::Xor(secondProduct1, hn::Set(d, keys.low[2]));
    shared.c2KeyThree = hn::Xor(highHalf(thirdProduct0), hn::Set(d, keys.high[2]));
    shared.c3AfterThree = thirdProduct0;
    return shared;
}

HWY_INLINE Words planeWords(const RoundKeys& keys, const SharedRounds& shared, Vector planeWord) {
    const Vector product0 = times(multiplier0(), hn::Xor(shared.c0AfterOne, planeWord));
    const Vector c2 = hn::Xor(highHalf(product0), shared.c2KeyTwo);
    const Vector product1 = times(multiplier1(), c2);
    const Words afterThree = {hn::Xor(highHalf(product1), shared.c0KeyThree), product1,
                              hn::Xor(shared.c2KeyThree, product0), shared.c3AfterThree};
    return philoxRounds(afterThree, keys, 3);
}

/// Units not yet known to lie above or below the drop probability, and those known to lie below.
struct Decision {
    Vector undecidedLow;
    Vector undecidedHigh;
    Vector droppedLow;
    Vector droppedHigh;
};

HWY_INLINE void comparePlane(const PlaneBits& bits, const RoundKeys& keys,
                             const SharedRounds& shared, std::size_t plane, Decision& decision) {
    const Vector planeWord = hn::Set(Lanes(), bits.roleWord | plane);
    const Words words = planeWords(keys, shared, planeWord);
    const Vector low = joined(words.c0, words.c1);
    const Vector high = joined(words.c2, words.c3);
    if (bits.planes[plane]) {
        decision.droppedLow = hn::Or(decision.droppedLow, hn::AndNot(low, decision.undecidedLow));
        decision.droppedHigh =
            hn::Or(decision.droppedHigh, hn::AndNot(high, decision.undecidedHigh));
        decision.undecidedLow = hn::And(decision.undecidedLow, low);
        decision.undecidedHigh = hn::And(decision.undecidedHigh, high);
    } else {
        decision.undecidedLow = hn::AndNot(low, decision.undecidedLow);
        decision.undecidedHigh = hn::AndNot(high, decision.undecidedHigh);
    }
}

/// Four planes before the first look, then two at a time: their chains of rounds overlap.
HWY_INLINE Decision decide(const PlaneBits& bits, const RoundKeys& keys, const GroupColumns& groups,
                           std::size_t i) {
    const Lanes d;
    const SharedRounds shared =
        sharedRounds(keys, hn::LoadU(d, groups.group + i), hn::LoadU(d, groups.trial + i));
    Decision decision = {hn::LoadU(d, groups.unitsLow + i), hn::LoadU(d, groups.unitsHigh + i),
                         hn::Zero(d), hn::Zero(d)};
    std::size_t plane = 0;
    if (bits.count >= 4)
        for (; plane < 4; ++plane)
            comparePlane(bits, keys, shared, plane, decision);
    for (; plane + 2 <= bits.count; plane += 2) {
        comparePlane(bits, keys, shared, plane, decision);
        comparePlane(bits, keys, shared, plane + 1, decision);
        if (hn::AllTrue(d,
                        hn::Eq(hn::Or(decision.undecidedLow, decision.undecidedHigh), hn::Zero(d))))
            return decision;
    }
    if (plane < bits.count)
        comparePlane(bits, keys, shared, plane, decision);
    return decision;
}

void countDropsInLanes(const PlaneBits& bits, const GroupColumns& groups) {
    const Lanes d;
    const RoundKeys keys = roundKeys(bits.seed);
    for (std::size_t i = 0; i < groups.count; i += hn::Lanes(d)) {
        const Decision decision = decide(bits, keys, groups, i);
        hn::StoreU(hn::Add(hn::PopulationCount(decision.droppedLow),
                           hn::PopulationCount(decision.droppedHigh)),
                   d, groups.dropLow + i);
    }
}

void maskDropsInLanes(const PlaneBits& bits, const GroupColumns& groups) {
    const Lanes d;
    const RoundKeys keys = roundKeys(bits.seed);
    for (std::size_t i = 0; i < groups.count; i += hn::Lanes(d)) {
        const Decision decision = decide(bits, keys, groups, i);
        hn::StoreU(decision.droppedLow, d, groups.dropLow + i);
        hn::StoreU(decision.droppedHigh, d, groups.dropHigh + i);
    }
}

} // namespace HWY_NAMESPACE
} // namespace plumbline
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace plumbline {

HWY_EXPORT(countDropsInLanes);
HWY_EXPORT(maskDropsInLanes);

void countDropsInVectors(const PlaneBits& bits, const GroupColumns& groups) {
    HWY_DYNAMIC_DISPATCH(countDropsInLanes)(bits, groups);
}

void maskDropsInVectors(const PlaneBits& bits, const GroupColumns& groups) {
    HWY_DYNAMIC_DISPATCH(maskDropsInLanes)(bits, groups);
}

} // namespace plumbline
#endif
