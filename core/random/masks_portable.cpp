#include "core/random/masks_kernel.h"
#include "core/random/philox.h"

#include <bit>

namespace plumbline {
namespace {

struct Mask128 {
    std::uint64_t low;
    std::uint64_t high;
};

Mask128 planeWords(const PlaneBits& bits, const GroupColumns& groups, std::size_t i,
                   std::size_t plane) {
    const std::uint64_t trial = groups.trial[i];
    const PhiloxBlock words =
        philox4x32({static_cast<std::uint32_t>(groups.group[i]),
                    bits.roleWord | static_cast<std::uint32_t>(plane),
                    static_cast<std::uint32_t>(trial), static_cast<std::uint32_t>(trial >> 32)},
                   PhiloxKey(bits.seed));
    return {std::uint64_t{words[1]} << 32 | words[0], std::uint64_t{words[3]} << 32 | words[2]};
}

Mask128 dropMask(const PlaneBits& bits, const GroupColumns& groups, std::size_t i) {
    Mask128 undecided = {groups.unitsLow[i], groups.unitsHigh[i]};
    Mask128 dropped = {0, 0};
    for (std::size_t plane = 0; plane < bits.count; ++plane) {
        if ((undecided.low | undecided.high) == 0)
            break;
        const Mask128 digits = planeWords(bits, groups, i, plane);
        const std::uint64_t digit = bits.planes[plane];
        dropped.low |= undecided.low & ~digits.low & digit;
        dropped.high |= undecided.high & ~digits.high & digit;
        undecided.low &= ~(digits.low ^ digit);
        undecided.high &= ~(digits.high ^ digit);
    }
    return dropped;
}

} // namespace

void countDropsPortably(const PlaneBits& bits, const GroupColumns& groups) {
    for (std::size_t i = 0; i < groups.count; ++i) {
        const Mask128 dropped = dropMask(bits, groups, i);
        groups.dropLow[i] =
            static_cast<std::uint64_t>(std::popcount(dropped.low) + std::popcount(dropped.high));
    }
}

void maskDropsPortably(const PlaneBits& bits, const GroupColumns& groups) {
    for (std::size_t i = 0; i < groups.count; ++i) {
        const Mask128 dropped = dropMask(bits, groups, i);
        groups.dropLow[i] = dropped.low;
        groups.dropHigh[i] = dropped.high;
    }
}

} // namespace plumbline
