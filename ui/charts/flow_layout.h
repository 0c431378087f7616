#pragma once

#include "core/report/figure.h"

#include <QList>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace plumbline {

struct FlowNodePlace {
    QRectF box;
};

struct FlowEdgePlace {
    QPainterPath path; ///< from the right side of a box to the left side of another
    double width = 1;
    QRectF label; ///< empty when the edge is not drawn
};

struct FlowLayout {
    std::vector<FlowNodePlace> nodes; ///< one a node, in the figure's order
    std::vector<FlowEdgePlace> edges; ///< one an edge, in the figure's order
};

/**
 * A layered drawing from left to right (after Sugiyama): a node stands one layer right of its last
 * predecessor, edges that span several layers are led round the nodes between, and the order within
 * a layer follows the barycentre of its neighbours. Boxes never overlap; edges whose ends are
 * unknown, or that close a cycle, are not drawn.
 */
FlowLayout layOutFlow(const FlowGraph& graph, const std::vector<QSizeF>& nodeSizes,
                      const std::vector<QSizeF>& labelSizes, const QRectF& area);

} // namespace plumbline
