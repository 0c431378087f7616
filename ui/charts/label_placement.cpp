#include "ui/charts/label_placement.h"

#include "ui/charts/occupancy_grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace plumbline {
namespace {

constexpr double kCellSize = 4;
constexpr double kCellsAcross = 160; ///< bounds the work on very wide screens
/// Between a curve and its name; farther out where the edge of an area runs beside the curve.
constexpr std::array<double, 4> kDistances = {7, 12, 18, 25};
constexpr double kClearance = 3;      ///< between a name and anything else
constexpr double kNeighbourhood = 22; ///< how far round a name other curves confuse
constexpr int kAnchors = 56;

// What a place costs; one unit is about what a reader barely notices.
constexpr double kCostOfNeighbours = 0.16;
constexpr double kCostOfWandering = 5;
constexpr double kCostOfDistance = 0.06;
constexpr double kCostOfMoving = 1.5;
constexpr double kMovingLimit = 80; ///< pixels, beyond which farther is not worse

struct Candidate {
    QRectF rectangle;
    double cost = 0;
    std::size_t anchor = 0;
};

/// Of two places that cost the same, the one nearer to the outline's start.
bool isBetter(const Candidate& a, const Candidate& b) {
    return a.cost < b.cost || (a.cost == b.cost && a.anchor < b.anchor);
}

/// The eight places at a distance from a point, the two at its sides first: they read best beside a
/// flank.
std::array<Candidate, 8> placesAround(const QPointF& anchor, const QSizeF& size, double distance) {
    const double w = size.width();
    const double h = size.height();
    const double near = distance * 0.7;
    const double base = (distance - kDistances[0]) * kCostOfDistance;
    const auto at = [&](double left, double top, double cost) {
        return Candidate{QRectF(anchor + QPointF(left, top), size), base + cost, 0};
    };
    return {at(distance, -h / 2, 0),       at(-distance - w, -h / 2, 0),   at(near, -near - h, 0.1),
            at(-near - w, -near - h, 0.1), at(-w / 2, -distance - h, 0.2), at(near, near, 0.4),
            at(-near - w, near, 0.4),      at(-w / 2, distance, 0.5)};
}

std::vector<QPointF> anchorsOf(const QList<QPointF>& outline) {
    std::vector<double> reached{0};
    for (qsizetype i = 1; i < outline.size(); ++i) {
        const QPointF step = outline[i] - outline[i - 1];
        reached.push_back(reached.back() + std::hypot(step.x(), step.y()));
    }
    std::vector<QPointF> anchors;
    std::size_t segment = 1;
    for (int i = 0; i < kAnchors && outline.size() > 1; ++i) {
        const double wanted = reached.back() * i / (kAnchors - 1);
        while (segment + 1 < reached.size() && reached[segment] < wanted)
            ++segment;
        const double length = reached[segment] - reached[segment - 1];
        const double share = length > 0 ? (wanted - reached[segment - 1]) / length : 0;
        const auto index = static_cast<qsizetype>(segment);
        anchors.push_back(outline[index - 1] + share * (outline[index] - outline[index - 1]));
    }
    return anchors;
}

/// Anchors with what it costs to stand so far from the preferred place, the cheapest first: most
/// others then need not be looked at.
std::vector<std::pair<double, std::size_t>> inOrderOfWandering(std::size_t anchors,
                                                               double preferred) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < anchors; ++i)
        order.emplace_back(
            std::abs(static_cast<double>(i) / (kAnchors - 1) - preferred) * kCostOfWandering, i);
    std::sort(order.begin(), order.end());
    return order;
}

class Placement {
  public:
    Placement(const QRectF& plot, const std::vector<LabelledCurve>& curves,
              const QList<QRectF>& obstacles)
        : m_plot(plot), m_cell(std::max(kCellSize, plot.width() / kCellsAcross)),
          m_all(plot, m_cell), m_lines(plot, m_cell) {
        for (const LabelledCurve& curve : curves) {
            m_all.addPolyline(curve.outline);
            if (curve.isLine)
                m_lines.addPolyline(curve.outline);
        }
        for (const QRectF& obstacle : obstacles)
            m_all.addRectangle(obstacle);
        m_all.sum();
        m_lines.sum();
    }

    std::optional<QRectF> place(const LabelledCurve& curve) {
        OccupancyGrid own(m_plot, m_cell);
        if (curve.isLine)
            own.addPolyline(curve.outline);
        own.sum();
        const std::vector<QPointF> anchors = anchorsOf(curve.outline);
        std::optional<Candidate> best;
        for (const auto& [wandering, anchor] :
             inOrderOfWandering(anchors.size(), curve.preferred)) {
            if (best && wandering > best->cost)
                break; // as will be all that follow
            for (const double distance : kDistances) {
                for (Candidate candidate : placesAround(anchors[anchor], curve.size, distance)) {
                    candidate.cost += wandering;
                    candidate.anchor = anchor;
                    if ((best && !isBetter(candidate, *best)) || !isFree(candidate.rectangle) ||
                        isNearerToAnother(candidate.rectangle, own, curve, distance))
                        continue;
                    candidate.cost += neighbours(candidate.rectangle, own) * kCostOfNeighbours;
                    candidate.cost += costOfMoving(candidate.rectangle, curve);
                    if (!best || isBetter(candidate, *best))
                        best = candidate;
                }
            }
        }
        if (!best)
            return std::nullopt;
        m_taken.append(best->rectangle);
        return best->rectangle;
    }

  private:
    bool isFree(const QRectF& rectangle) const {
        const QRectF cleared = rectangle.adjusted(-kClearance, -kClearance, kClearance, kClearance);
        return m_plot.contains(rectangle) && m_all.count(cleared) == 0 &&
               std::none_of(m_taken.begin(), m_taken.end(),
                            [&](const QRectF& other) { return other.intersects(cleared); });
    }

    /// A name belongs, to the eye, to the line it is nearest to.
    bool isNearerToAnother(const QRectF& rectangle, const OccupancyGrid& own,
                           const LabelledCurve& curve, double distance) const {
        const double reach = distance - m_cell / 2;
        const QRectF around = rectangle.adjusted(-reach, -reach, reach, reach);
        return curve.isLine && m_lines.count(around) > own.count(around);
    }

    double neighbours(const QRectF& rectangle, const OccupancyGrid& own) const {
        const QRectF around =
            rectangle.adjusted(-kNeighbourhood, -kNeighbourhood, kNeighbourhood, kNeighbourhood);
        double cost = m_lines.count(around) - own.count(around);
        for (const QRectF& other : m_taken)
            cost += other.intersects(around) ? kNeighbourhood : 0;
        return cost;
    }

    static double costOfMoving(const QRectF& rectangle, const LabelledCurve& curve) {
        if (!curve.previous)
            return 0;
        const QPointF moved = rectangle.center() - *curve.previous;
        return kCostOfMoving * std::min(1.0, std::hypot(moved.x(), moved.y()) / kMovingLimit);
    }

    QRectF m_plot;
    double m_cell;
    OccupancyGrid m_all;
    OccupancyGrid m_lines;
    QList<QRectF> m_taken;
};

} // namespace

std::optional<std::vector<QRectF>> placeLabels(const QRectF& plot,
                                               const std::vector<LabelledCurve>& curves,
                                               const QList<QRectF>& obstacles) {
    Placement placement(plot, curves, obstacles);
    std::vector<std::size_t> order(curves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&curves](std::size_t a, std::size_t b) {
        return curves[a].rank < curves[b].rank;
    });
    std::vector<QRectF> result(curves.size());
    for (const std::size_t i : order) {
        if (curves[i].size.isEmpty())
            continue;
        const auto rectangle = placement.place(curves[i]);
        if (!rectangle)
            return std::nullopt;
        result[i] = *rectangle;
    }
    return result;
}

} // namespace plumbline
