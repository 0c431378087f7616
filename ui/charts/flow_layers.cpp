#include "ui/charts/flow_layers.h"

#include <algorithm>
#include <map>
#include <string>

namespace plumbline {

std::vector<std::optional<FlowEnds>> flowEnds(const FlowGraph& graph) {
    std::map<std::string, std::size_t> indices;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        indices.emplace(graph.nodes[i].id, i);
    std::vector<std::optional<FlowEnds>> ends;
    for (const FlowEdge& edge : graph.edges) {
        const auto from = indices.find(edge.from);
        const auto to = indices.find(edge.to);
        const bool known = from != indices.end() && to != indices.end() && from != to;
        ends.push_back(known ? std::optional(FlowEnds{from->second, to->second}) : std::nullopt);
    }
    return ends;
}

std::vector<int> flowLayers(const FlowGraph& graph) {
    std::vector<int> layers(graph.nodes.size(), 0);
    const auto ends = flowEnds(graph);
    // Longest paths by relaxation; in a graph without cycles it settles within that many rounds.
    for (std::size_t round = 0; round + 1 < graph.nodes.size(); ++round) {
        bool changed = false;
        for (const auto& edge : ends) {
            if (!edge || layers[edge->to] > layers[edge->from])
                continue;
            const int next = layers[edge->from] + 1;
            if (next >= static_cast<int>(graph.nodes.size()))
                continue;
            layers[edge->to] = next;
            changed = true;
        }
        if (!changed)
            break;
    }
    return layers;
}

QSizeF leastFlowSize(const FlowGraph& graph, const std::vector<QSizeF>& nodeSizes) {
    constexpr double kLeastGap = 52;
    const std::vector<int> layers = flowLayers(graph);
    std::map<int, QSizeF> sizes;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        QSizeF& size = sizes[layers[i]];
        size = {std::max(size.width(), nodeSizes[i].width()),
                std::max(0.0, size.height()) + nodeSizes[i].height() + kFlowRowGap};
    }
    for (const auto& ends : flowEnds(graph)) {
        for (int layer = ends ? layers[ends->from] + 1 : 0; ends && layer < layers[ends->to];
             ++layer)
            sizes[layer].rheight() += kFlowPassage + kFlowRowGap;
    }
    QSizeF least(-kLeastGap, 1);
    for (const auto& [layer, size] : sizes)
        least = {least.width() + std::max(0.0, size.width()) + kLeastGap,
                 std::max(least.height(), size.height())};
    return {std::max(1.0, least.width()), least.height()};
}

} // namespace plumbline
