#pragma once

#include <cstddef>
#include <cstdint>

/// Kernels of MaskSampler. No standard-library templates: see masks_kernel.cpp.
namespace plumbline {

/// The drop probability's binary digits after the point: all ones or all zeros, down to the last 1.
struct PlaneBits {
    const std::uint64_t* planes;
    std::size_t count;
    std::uint64_t seed;
    std::uint32_t roleWord; ///< role in the upper half
};

/// Groups of 128 units: column i is one group, and its drop mask goes to (dropLow, dropHigh).
struct GroupColumns {
    const std::uint64_t* trial;
    const std::uint64_t* group;
    const std::uint64_t* unitsLow; ///< ones where there is a unit, units 0-63 of the group
    const std::uint64_t* unitsHigh;
    std::uint64_t* dropLow;
    std::uint64_t* dropHigh;
    std::size_t count; ///< a multiple of kGroupMultiple
};

/// No known vector register holds more 64-bit lanes.
inline constexpr std::size_t kGroupMultiple = 32;

/// dropLow gets the number of dropped units of the group; dropHigh is not touched.
void countDropsInVectors(const PlaneBits& bits, const GroupColumns& groups);
void countDropsPortably(const PlaneBits& bits, const GroupColumns& groups);

void maskDropsInVectors(const PlaneBits& bits, const GroupColumns& groups);
void maskDropsPortably(const PlaneBits& bits, const GroupColumns& groups);

} // namespace plumbline
