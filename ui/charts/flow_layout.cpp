#include "ui/charts/flow_layout.h"

#include "ui/charts/flow_layers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

namespace plumbline {
namespace {

constexpr double kWidestEdge = 9;
constexpr double kThinnestEdge = 1.25;
constexpr double kWidestGap = 190;  ///< between two layers
constexpr double kTallestGap = 110; ///< between the centres of two boxes, beyond their height
constexpr int kSweeps = 8;

/// A node, or a place where a long edge passes through a layer.
struct Item {
    int layer = 0;
    QSizeF size;
    std::vector<std::size_t> before;
    std::vector<std::size_t> after;
    double order = 0;
    QPointF centre;
};

class Drawing {
  public:
    Drawing(const FlowGraph& graph, const std::vector<QSizeF>& nodeSizes, const QRectF& area)
        : m_graph(graph), m_area(area) {
        const std::vector<int> layers = flowLayers(graph);
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            m_items.push_back({layers[i], nodeSizes[i], {}, {}, 0, {}});
            m_layerCount = std::max(m_layerCount, layers[i] + 1);
        }
        addEdges();
        m_layers.resize(static_cast<std::size_t>(m_layerCount));
        for (std::size_t i = 0; i < m_items.size(); ++i)
            m_layers[static_cast<std::size_t>(m_items[i].layer)].push_back(i);
        orderLayers();
        placeColumns();
        for (int sweep = 0; sweep < kSweeps; ++sweep)
            placeRows(sweep % 2 == 0);
    }

    FlowLayout result(const std::vector<QSizeF>& labelSizes) const {
        FlowLayout layout;
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
            layout.nodes.push_back({boxOf(m_items[i])});
        drawEdges(layout, labelSizes);
        return layout;
    }

  private:
    static QRectF boxOf(const Item& item) {
        return QRectF(item.centre - QPointF(item.size.width(), item.size.height()) / 2, item.size);
    }

    void addEdges() {
        for (const auto& ends : flowEnds(m_graph)) {
            std::vector<std::size_t> chain;
            if (ends && m_items[ends->from].layer < m_items[ends->to].layer) {
                chain.push_back(ends->from);
                for (int layer = m_items[ends->from].layer + 1; layer < m_items[ends->to].layer;
                     ++layer) {
                    chain.push_back(m_items.size());
                    m_items.push_back({layer, QSizeF(0, kFlowPassage), {}, {}, 0, {}});
                }
                chain.push_back(ends->to);
            }
            for (std::size_t i = 1; i < chain.size(); ++i) {
                m_items[chain[i - 1]].after.push_back(chain[i]);
                m_items[chain[i]].before.push_back(chain[i - 1]);
            }
            m_chains.push_back(std::move(chain));
        }
    }

    void orderLayers() {
        const auto number = [this] {
            for (const auto& layer : m_layers) {
                for (std::size_t i = 0; i < layer.size(); ++i)
                    m_items[layer[i]].order =
                        (static_cast<double>(i) + 0.5) / static_cast<double>(layer.size());
            }
        };
        number();
        for (int sweep = 0; sweep < kSweeps; ++sweep) {
            const bool forwards = sweep % 2 == 0;
            for (std::size_t step = 0; step < m_layers.size(); ++step) {
                auto& layer = m_layers[forwards ? step : m_layers.size() - 1 - step];
                sortByNeighbours(layer, forwards);
                number();
            }
        }
    }

    void sortByNeighbours(std::vector<std::size_t>& layer, bool forwards) {
        std::vector<std::pair<double, std::size_t>> keys;
        for (const std::size_t index : layer) {
            const auto& neighbours = forwards ? m_items[index].before : m_items[index].after;
            keys.emplace_back(meanOf(neighbours, [this](std::size_t i) { return m_items[i].order; })
                                  .value_or(m_items[index].order),
                              index);
        }
        std::stable_sort(keys.begin(), keys.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < layer.size(); ++i)
            layer[i] = keys[i].second;
    }

    template <typename Value>
    static std::optional<double> meanOf(const std::vector<std::size_t>& indices, Value value) {
        if (indices.empty())
            return std::nullopt;
        double total = 0;
        for (const std::size_t index : indices)
            total += value(index);
        return total / static_cast<double>(indices.size());
    }

    void placeColumns() {
        std::vector<double> widths;
        for (const auto& layer : m_layers) {
            double widest = 0;
            for (const std::size_t index : layer)
                widest = std::max(widest, m_items[index].size.width());
            widths.push_back(widest);
        }
        const double total = std::accumulate(widths.begin(), widths.end(), 0.0);
        const double gaps = std::max(1, m_layerCount - 1);
        const double gap = std::min(kWidestGap, std::max(0.0, (m_area.width() - total) / gaps));
        double x = m_area.center().x() - (total + gap * (m_layerCount - 1)) / 2;
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            for (const std::size_t index : m_layers[i])
                m_items[index].centre.setX(x + widths[i] / 2);
            x += widths[i] + gap;
        }
    }

    /// Evenly spread at first; then each box moves towards its neighbours as far as order allows.
    void placeRows(bool forwards) {
        for (std::size_t step = 0; step < m_layers.size(); ++step) {
            const auto& layer = m_layers[forwards ? step : m_layers.size() - 1 - step];
            if (!m_placedOnce || layer.size() > 1)
                spread(layer);
        }
        if (m_placedOnce) {
            for (std::size_t step = 0; step < m_layers.size(); ++step)
                pull(m_layers[forwards ? step : m_layers.size() - 1 - step], forwards);
        }
        m_placedOnce = true;
    }

    void spread(const std::vector<std::size_t>& layer) {
        double heights = 0;
        for (const std::size_t index : layer)
            heights += m_items[index].size.height();
        const double gaps = static_cast<double>(layer.size()) + 1;
        const double gap = std::clamp((m_area.height() - heights) / gaps, 2.0, kTallestGap);
        double y = m_area.center().y() - (heights + gap * (gaps - 2)) / 2;
        for (const std::size_t index : layer) {
            m_items[index].centre.setY(y + m_items[index].size.height() / 2);
            y += m_items[index].size.height() + gap;
        }
    }

    void pull(const std::vector<std::size_t>& layer, bool forwards) {
        for (std::size_t i = 0; i < layer.size(); ++i) {
            Item& item = m_items[layer[i]];
            const auto& neighbours = forwards ? item.before : item.after;
            const auto wanted =
                meanOf(neighbours, [this](std::size_t j) { return m_items[j].centre.y(); });
            if (!wanted)
                continue;
            const double half = item.size.height() / 2;
            double lowest = m_area.top() + half;
            double highest = m_area.bottom() - half;
            if (i > 0)
                lowest = boxOf(m_items[layer[i - 1]]).bottom() + kFlowRowGap + half;
            if (i + 1 < layer.size())
                highest = boxOf(m_items[layer[i + 1]]).top() - kFlowRowGap - half;
            if (lowest <= highest)
                item.centre.setY(std::clamp(*wanted, lowest, highest));
        }
    }

    /// Where an edge leaves or enters a box: the ends on one side are ordered by where they lead.
    double portY(std::size_t item, std::size_t other, std::size_t edge, bool leaving) const {
        std::vector<std::pair<double, std::size_t>> ends;
        for (std::size_t i = 0; i < m_chains.size(); ++i) {
            const auto& chain = m_chains[i];
            for (std::size_t j = 1; j < chain.size(); ++j) {
                if (leaving ? chain[j - 1] == item : chain[j] == item)
                    ends.emplace_back(m_items[leaving ? chain[j] : chain[j - 1]].centre.y(), i);
            }
        }
        std::stable_sort(ends.begin(), ends.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        const auto place =
            std::find(ends.begin(), ends.end(), std::pair{m_items[other].centre.y(), edge});
        const double rank =
            static_cast<double>(place - ends.begin()) - (static_cast<double>(ends.size()) - 1) / 2;
        const double room = m_items[item].size.height() - 8;
        const double step =
            std::min(kWidestEdge + 3, room / std::max(1.0, static_cast<double>(ends.size())));
        return m_items[item].centre.y() + rank * std::max(0.0, step);
    }

    QPainterPath pathOf(std::size_t edge) const {
        const auto& chain = m_chains[edge];
        QPainterPath path;
        for (std::size_t i = 1; i < chain.size(); ++i) {
            const QRectF left = boxOf(m_items[chain[i - 1]]);
            const QRectF right = boxOf(m_items[chain[i]]);
            const QPointF from(left.right(), portY(chain[i - 1], chain[i], edge, true));
            const QPointF to(right.left(), portY(chain[i], chain[i - 1], edge, false));
            if (i == 1)
                path.moveTo(from);
            const double bend = (to.x() - from.x()) / 2;
            path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
        }
        return path;
    }

    void drawEdges(FlowLayout& layout, const std::vector<QSizeF>& labelSizes) const {
        double largest = 0;
        for (const FlowEdge& edge : m_graph.edges)
            largest = std::max(largest, std::abs(edge.value));
        QList<QRectF> taken;
        for (const FlowNodePlace& node : layout.nodes)
            taken.append(node.box);
        for (std::size_t i = 0; i < m_chains.size(); ++i) {
            FlowEdgePlace place;
            if (!m_chains[i].empty()) {
                place.path = pathOf(i);
                const double share = largest > 0 ? std::abs(m_graph.edges[i].value) / largest : 0;
                place.width = std::max(kThinnestEdge, kWidestEdge * share);
                place.label = labelPlace(place.path, labelSizes[i], taken);
                taken.append(place.label);
            }
            layout.edges.push_back(std::move(place));
        }
    }

    /// On the edge, where it overlaps least with boxes and other labels.
    QRectF labelPlace(const QPainterPath& path, const QSizeF& size,
                      const QList<QRectF>& taken) const {
        static constexpr std::array<double, 9> kShares = {0.5,  0.42, 0.58, 0.34, 0.66,
                                                          0.26, 0.74, 0.18, 0.82};
        QRectF best;
        double least = std::numeric_limits<double>::infinity();
        for (const double share : kShares) {
            const QPointF centre = path.pointAtPercent(share);
            const QRectF candidate(centre - QPointF(size.width(), size.height()) / 2, size);
            double overlap = 0;
            for (const QRectF& other : taken) {
                const QRectF common = candidate.adjusted(-3, -1, 3, 1) & other;
                overlap += common.isEmpty() ? 0 : common.width() * common.height();
            }
            if (overlap < least) {
                least = overlap;
                best = candidate;
            }
        }
        return best;
    }

    const FlowGraph& m_graph;
    QRectF m_area;
    std::vector<Item> m_items;
    std::vector<std::vector<std::size_t>> m_layers;
    std::vector<std::vector<std::size_t>> m_chains; ///< items along each edge; empty: not drawn
    int m_layerCount = 0;
    bool m_placedOnce = false;
};

} // namespace

FlowLayout layOutFlow(const FlowGraph& graph, const std::vector<QSizeF>& nodeSizes,
                      const std::vector<QSizeF>& labelSizes, const QRectF& area) {
    if (graph.nodes.empty())
        return {};
    return Drawing(graph, nodeSizes, area).result(labelSizes);
}

} // namespace plumbline
