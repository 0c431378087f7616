#pragma once

#include "core/report/figure.h"

#include <QSizeF>

#include <cstddef>
#include <optional>
#include <vector>

namespace plumbline {

/// Height that an edge takes where it passes between the boxes of a layer.
inline constexpr double kFlowPassage = 16;

/// Between two boxes of a layer.
inline constexpr double kFlowRowGap = 14;

struct FlowEnds {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// The nodes that each edge joins; unset for an unknown node and for an edge from a node to itself.
std::vector<std::optional<FlowEnds>> flowEnds(const FlowGraph& graph);

/// The layer of each node, from 0: one right of its last predecessor. On a cycle it is arbitrary.
std::vector<int> flowLayers(const FlowGraph& graph);

/// The smallest area in which boxes, gaps and the numbers on edges do not overlap.
QSizeF leastFlowSize(const FlowGraph& graph, const std::vector<QSizeF>& nodeSizes);

} // namespace plumbline
