#include "core/random/masks.h"

#include "core/random/masks_kernel.h"
#include "core/random/vector_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace plumbline {
namespace {

/// Binary digits of p in (0, 1) after the point, down to the last 1.
std::vector<std::uint64_t> binaryDigits(double p) {
    std::vector<std::uint64_t> digits;
    while (p > 0) {
        p *= 2; // exact, as is the subtraction
        const bool one = p >= 1;
        digits.push_back(one ? ~std::uint64_t{0} : 0);
        if (one)
            p -= 1;
    }
    return digits;
}

void checkUnits(std::int64_t units) {
    if (units < 0 || units > MaskSampler::kMaximumUnits)
        throw std::invalid_argument("MaskSampler: units must lie in [0, 2^39], got " +
                                    std::to_string(units));
}

/// Ones in the lowest `bits` places: none below 1, all from 64 on.
std::uint64_t lowBits(std::int64_t bits) {
    if (bits >= 64)
        return ~std::uint64_t{0};
    return bits > 0 ? (std::uint64_t{1} << bits) - 1 : 0;
}

/// Collects groups of any trials and hands them to the kernel, a buffer at a time.
class GroupBuffer {
  public:
    /// 512 groups: 24 KiB of columns, so they stay in the innermost cache.
    static constexpr std::size_t kCapacity = 512;

    void add(std::uint64_t trial, std::int64_t group, std::int64_t unitsLeft) {
        const std::size_t i = m_size;
        m_trial[i] = trial;
        m_group[i] = static_cast<std::uint64_t>(group);
        m_unitsLow[i] = lowBits(unitsLeft);
        m_unitsHigh[i] = lowBits(unitsLeft - 64);
        m_size = i + 1;
    }

    bool full() const { return m_size == kCapacity; }
    std::size_t size() const { return m_size; }
    void clear() { m_size = 0; }
    std::uint64_t trial(std::size_t i) const { return m_trial[i]; }
    std::int64_t drops(std::size_t i) const { return static_cast<std::int64_t>(m_dropLow[i]); }
    std::uint64_t keptLow(std::size_t i) const { return m_unitsLow[i] & ~m_dropLow[i]; }
    std::uint64_t keptHigh(std::size_t i) const { return m_unitsHigh[i] & ~m_dropHigh[i]; }

    void countDrops(const PlaneBits& bits) {
        const GroupColumns groups = columns();
        if (vectorPath() == VectorPath::automatic)
            countDropsInVectors(bits, groups);
        else
            countDropsPortably(bits, groups);
    }

    void maskDrops(const PlaneBits& bits) {
        const GroupColumns groups = columns();
        if (vectorPath() == VectorPath::automatic)
            maskDropsInVectors(bits, groups);
        else
            maskDropsPortably(bits, groups);
    }

  private:
    using Column = std::array<std::uint64_t, kCapacity>;
    static_assert(kCapacity % kGroupMultiple == 0);

    /// Fills up to a whole number of vectors with groups that have no units.
    GroupColumns columns() {
        const std::size_t count = (m_size + kGroupMultiple - 1) / kGroupMultiple * kGroupMultiple;
        for (std::size_t i = m_size; i < count; ++i)
            m_trial[i] = m_group[i] = m_unitsLow[i] = m_unitsHigh[i] = 0;
        return {m_trial.data(),
                m_group.data(),
                m_unitsLow.data(),
                m_unitsHigh.data(),
                m_dropLow.data(),
                m_dropHigh.data(),
                count};
    }

    std::size_t m_size = 0;
    alignas(64) Column m_trial;
    alignas(64) Column m_group;
    alignas(64) Column m_unitsLow;
    alignas(64) Column m_unitsHigh;
    alignas(64) Column m_dropLow;
    alignas(64) Column m_dropHigh;
};

PlaneBits planeBits(const std::vector<std::uint64_t>& planes, std::uint64_t seed, Role role) {
    return {planes.data(), planes.size(), seed, static_cast<std::uint32_t>(role) << 16};
}

void subtractDrops(const PlaneBits& bits, std::uint64_t firstTrial, GroupBuffer& buffer,
                   std::span<std::int64_t> kept) {
    buffer.countDrops(bits);
    std::int64_t drops = 0;
    for (std::size_t i = 0; i < buffer.size(); ++i) {
        drops += buffer.drops(i);
        if (i + 1 == buffer.size() || buffer.trial(i + 1) != buffer.trial(i)) {
            kept[buffer.trial(i) - firstTrial] -= drops;
            drops = 0;
        }
    }
    buffer.clear();
}

} // namespace

MaskSampler::MaskSampler(std::uint64_t seed, Role role, double dropProbability)
    : m_seed(seed), m_role(role), m_dropProbability(dropProbability) {
    if (!(dropProbability >= 0 && dropProbability <= 1))
        throw std::invalid_argument("MaskSampler: dropProbability must lie in [0, 1], got " +
                                    std::to_string(dropProbability));
    if (dropProbability < 1)
        m_planes = binaryDigits(dropProbability);
}

std::int64_t MaskSampler::keptCount(std::uint64_t trial, std::int64_t units) const {
    return keptCountInGroups(trial, units, 0, groupCount(units));
}

std::int64_t MaskSampler::keptCountInGroups(std::uint64_t trial, std::int64_t units,
                                            std::int64_t firstGroup, std::int64_t lastGroup) const {
    checkUnits(units);
    firstGroup = std::max<std::int64_t>(firstGroup, 0);
    lastGroup = std::min(lastGroup, groupCount(units));
    if (firstGroup >= lastGroup || m_dropProbability == 1)
        return 0;
    const PlaneBits bits = planeBits(m_planes, m_seed, m_role);
    std::int64_t kept = std::min(units, lastGroup * kUnitsPerGroup) - firstGroup * kUnitsPerGroup;
    GroupBuffer buffer;
    for (std::int64_t group = firstGroup; group < lastGroup && !m_planes.empty(); ++group) {
        buffer.add(trial, group, units - group * kUnitsPerGroup);
        if (!buffer.full() && group + 1 < lastGroup)
            continue;
        buffer.countDrops(bits);
        for (std::size_t i = 0; i < buffer.size(); ++i)
            kept -= buffer.drops(i);
        buffer.clear();
    }
    return kept;
}

void MaskSampler::keptCounts(std::uint64_t firstTrial, std::int64_t units,
                             std::span<std::int64_t> kept) const {
    constexpr std::size_t kBatch = 256;
    std::array<std::int64_t, kBatch> sizes;
    sizes.fill(units);
    for (std::size_t done = 0; done < kept.size(); done += kBatch) {
        const std::size_t count = std::min(kBatch, kept.size() - done);
        keptCounts(firstTrial + done, std::span<const std::int64_t>(sizes).first(count),
                   kept.subspan(done, count));
    }
}

void MaskSampler::keptCounts(std::uint64_t firstTrial, std::span<const std::int64_t> units,
                             std::span<std::int64_t> kept) const {
    if (units.size() != kept.size())
        throw std::invalid_argument("MaskSampler::keptCounts: units and kept differ in length");
    std::ranges::for_each(units, checkUnits);
    if (m_dropProbability == 1) {
        std::ranges::fill(kept, 0);
        return;
    }
    std::ranges::copy(units, kept.begin());
    if (m_planes.empty())
        return;
    const PlaneBits bits = planeBits(m_planes, m_seed, m_role);
    GroupBuffer buffer;
    for (std::size_t t = 0; t < units.size(); ++t)
        for (std::int64_t left = units[t]; left > 0; left -= kUnitsPerGroup) {
            buffer.add(firstTrial + t, (units[t] - left) / kUnitsPerGroup, left);
            if (buffer.full())
                subtractDrops(bits, firstTrial, buffer, kept);
        }
    subtractDrops(bits, firstTrial, buffer, kept);
}

std::vector<std::uint64_t> MaskSampler::keepMask(std::uint64_t trial, std::int64_t units) const {
    checkUnits(units);
    std::vector<std::uint64_t> mask;
    mask.reserve(static_cast<std::size_t>(2 * groupCount(units)));
    const PlaneBits bits = planeBits(m_planes, m_seed, m_role);
    GroupBuffer buffer;
    for (std::int64_t group = 0; group < groupCount(units); ++group) {
        buffer.add(trial, group, units - group * kUnitsPerGroup);
        if (!buffer.full() && group + 1 < groupCount(units))
            continue;
        buffer.maskDrops(bits);
        for (std::size_t i = 0; i < buffer.size(); ++i) {
            mask.push_back(m_dropProbability == 1 ? 0 : buffer.keptLow(i));
            mask.push_back(m_dropProbability == 1 ? 0 : buffer.keptHigh(i));
        }
        buffer.clear();
    }
    mask.resize(static_cast<std::size_t>((units + 63) / 64));
    return mask;
}

} // namespace plumbline
