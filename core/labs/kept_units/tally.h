#pragma once

#include "core/statistics/correlation.h"
#include "core/statistics/integer_histogram.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace plumbline::kept_units {

/// What is remembered of the trials: integers alone, so that the order of adding does not matter.
struct Tally {
    IntegerHistogram kept;
    PairSums keptAndDropped; ///< random units only, and none under histogram sampling

    void merge(const Tally& other) {
        kept.merge(other.kept);
        keptAndDropped.merge(other.keptAndDropped);
    }
};

/// A trial's kept and dropped units.
using UnitPair = std::pair<std::int64_t, std::int64_t>;

} // namespace plumbline::kept_units
