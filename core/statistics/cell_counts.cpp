#include "core/statistics/cell_counts.h"

#include <numeric>

namespace plumbline {

std::int64_t CellComparison::total() const {
    return std::accumulate(observed.begin(), observed.end(), observedBelow + observedAbove);
}

} // namespace plumbline
