#pragma once

#include "core/report/figure.h"
#include "core/report/verdict.h"

#include <cstdint>
#include <vector>

namespace plumbline {

/// What the sample lab has counted: counts[k] trials kept k of the units.
struct SampleCounts {
    int units = 0;
    double dropProbability = 0;
    std::vector<std::int64_t> counts;
    std::int64_t trials = 0;
    std::uint64_t seed = 0;
};

/// One figure of every kind: histogram, curves, heat map, scatter, flow graph.
std::vector<Figure> sampleFigures(const SampleCounts& counts);

/// A verdict in every state: agrees, differs, undetermined, visible, not visible.
std::vector<Verdict> sampleVerdicts(const SampleCounts& counts);

} // namespace plumbline
