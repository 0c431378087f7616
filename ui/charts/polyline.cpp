#include "ui/charts/polyline.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace plumbline {
namespace {

bool isFinite(const QPointF& point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// Liang-Barsky: the shares of the segment from a to b at which it enters and leaves.
std::optional<std::pair<double, double>> insideShares(const QPointF& a, const QPointF& b,
                                                      const QRectF& box) {
    double enter = 0;
    double leave = 1;
    const auto cut = [&](double direction, double room) {
        if (direction == 0)
            return room >= 0;
        const double share = room / direction;
        if (direction < 0)
            enter = std::max(enter, share);
        else
            leave = std::min(leave, share);
        return enter <= leave;
    };
    const QPointF d = b - a;
    if (cut(-d.x(), a.x() - box.left()) && cut(d.x(), box.right() - a.x()) &&
        cut(-d.y(), a.y() - box.top()) && cut(d.y(), box.bottom() - a.y()))
        return std::pair{enter, leave};
    return std::nullopt;
}

} // namespace

std::vector<QList<QPointF>> clipPolyline(const QList<QPointF>& points, const QRectF& rectangle) {
    std::vector<QList<QPointF>> parts;
    bool open = false;
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF& from = points[i - 1];
        const QPointF& to = points[i];
        const auto shares = isFinite(from) && isFinite(to)
                                ? insideShares(from, to, rectangle)
                                : std::optional<std::pair<double, double>>();
        if (!shares) {
            open = false;
            continue;
        }
        const auto [enter, leave] = *shares;
        if (!open || enter > 0)
            parts.push_back({from + enter * (to - from)});
        parts.back().append(from + leave * (to - from));
        open = leave == 1;
    }
    return parts;
}

QList<QPointF> reduceToColumns(const QList<QPointF>& points, double columnWidth) {
    if (points.size() < 3 || columnWidth <= 0)
        return points;
    const double columns = (points.back().x() - points.front().x()) / columnWidth;
    const bool ordered =
        std::is_sorted(points.begin(), points.end(),
                       [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
    if (!ordered || !(static_cast<double>(points.size()) > 2 * columns + 2))
        return points;
    QList<QPointF> reduced;
    for (qsizetype begin = 0; begin < points.size();) {
        const double column = std::floor((points[begin].x() - points.front().x()) / columnWidth);
        qsizetype lowest = begin;
        qsizetype highest = begin;
        qsizetype end = begin;
        while (end < points.size() &&
               std::floor((points[end].x() - points.front().x()) / columnWidth) <= column) {
            lowest = points[end].y() < points[lowest].y() ? end : lowest;
            highest = points[end].y() > points[highest].y() ? end : highest;
            ++end;
        }
        reduced.append(points[std::min(lowest, highest)]);
        if (lowest != highest)
            reduced.append(points[std::max(lowest, highest)]);
        begin = std::max(end, begin + 1);
    }
    return reduced;
}

} // namespace plumbline
