#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace plumbline {

/// Counts in consecutive cells and on either side of them.
struct GroupedCounts {
    std::vector<std::int64_t> cells;
    std::int64_t below = 0;
    std::int64_t above = 0;

    bool operator==(const GroupedCounts&) const = default;
};

/**
 * What was counted in consecutive cells beside the probabilities that a law gives them. Whatever
 * lies below or above the cells is one more cell on each side. Spans must outlive the object and
 * have equal length (checked by those who use it: std::invalid_argument).
 */
struct CellComparison {
    std::span<const std::int64_t> observed;
    std::span<const double> probabilities;
    std::int64_t observedBelow = 0;
    std::int64_t observedAbove = 0;
    double probabilityBelow = 0.0;
    double probabilityAbove = 0.0;

    std::int64_t total() const;
};

} // namespace plumbline
