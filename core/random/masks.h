#pragma once

#include "core/random/stream.h"

#include <cstdint>
#include <span>
#include <vector>

namespace plumbline {

/**
 * Dropout masks: in every trial, unit u is dropped where U < p, U uniform on [0, 1) and independent
 * over units and trials.
 *
 * U is never rounded. Its binary digits are drawn most significant first, one bit plane at a time,
 * and compared with those of p until the two differ: two planes on average, so a layer of M units
 * costs about log2(M) + 2 planes of M bits. p counts exactly as the double it is, 1e-300 included;
 * where all digits of p are used up and all were met, U >= p and the unit is kept.
 *
 * A digit of U is a function of (seed, role, trial, unit, plane) alone:
 *   Philox key = seed, counter = (u / 128, role 2^16 + plane, trial mod 2^32, trial / 2^32),
 * bit u mod 128 of the output. So under one seed a larger p drops more of the same units, one unit
 * more is appended to the layer without touching the others, and neither chunks nor threads matter.
 */
class MaskSampler {
  public:
    static constexpr std::int64_t kUnitsPerGroup = 128;
    static constexpr std::int64_t kMaximumUnits = std::int64_t{1} << 39;

    /// Throws std::invalid_argument unless dropProbability lies in [0, 1].
    MaskSampler(std::uint64_t seed, Role role, double dropProbability);

    /// K of one trial. units lies in [0, kMaximumUnits], here and below, or std::invalid_argument.
    std::int64_t keptCount(std::uint64_t trial, std::int64_t units) const;

    /// K of trials firstTrial, firstTrial + 1 ..., each a layer of so many units.
    void keptCounts(std::uint64_t firstTrial, std::int64_t units,
                    std::span<std::int64_t> kept) const;

    /// The same where each trial has its own number of units; units is as long as kept.
    void keptCounts(std::uint64_t firstTrial, std::span<const std::int64_t> units,
                    std::span<std::int64_t> kept) const;

    /**
     * How many of the units in [128 firstGroup, 128 lastGroup) and below `units` are kept. The sum
     * over adjoining ranges is keptCount(): a caller can share out one huge trial or give it up.
     * A million units take about 0.2 ms with AVX-512.
     */
    std::int64_t keptCountInGroups(std::uint64_t trial, std::int64_t units, std::int64_t firstGroup,
                                   std::int64_t lastGroup) const;

    static constexpr std::int64_t groupCount(std::int64_t units) {
        return (units + kUnitsPerGroup - 1) / kUnitsPerGroup;
    }

    /// The mask itself, bit u mod 64 of word u / 64: 1 where kept. Bits past the end are 0.
    std::vector<std::uint64_t> keepMask(std::uint64_t trial, std::int64_t units) const;

    double dropProbability() const { return m_dropProbability; }

  private:
    std::uint64_t m_seed;
    Role m_role;
    double m_dropProbability;
    std::vector<std::uint64_t> m_planes; ///< digits of p: all ones or all zeros
};

} // namespace plumbline
