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

/// The cut of a long segment is only as exact as its ends; it never lies outside all the same.
QPointF within(const QPointF& point, const QRectF& box) {
    return {std::clamp(point.x(), box.left(), box.right()),
            std::clamp(point.y(), box.top(), box.bottom())};
}

/// Shares of the way from a to b, beside both ends, at which a straight line passes a level.
void addCrossing(std::vector<double>& shares, double a, double b, double level) {
    const double share = (level - a) / (b - a);
    if (share > 0 && share < 1)
        shares.push_back(share);
}

/// From which share to which the segment number i of a band is cut, in increasing order.
std::vector<double> bandShares(const BandEdges& band, qsizetype i, const QRectF& box) {
    std::vector<double> shares{0, 1};
    for (const double x : {box.left(), box.right()})
        addCrossing(shares, band.upper[i].x(), band.upper[i + 1].x(), x);
    for (const QList<QPointF>* edge : {&band.upper, &band.lower}) {
        for (const double y : {box.top(), box.bottom()})
            addCrossing(shares, (*edge)[i].y(), (*edge)[i + 1].y(), y);
    }
    std::sort(shares.begin(), shares.end());
    return shares;
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
            parts.push_back({within(from + enter * (to - from), rectangle)});
        parts.back().append(within(from + leave * (to - from), rectangle));
        open = leave == 1;
    }
    return parts;
}

BandEdges clipBand(const BandEdges& band, const QRectF& rectangle) {
    BandEdges inside;
    for (qsizetype i = 0; i + 1 < band.upper.size(); ++i) {
        const double left = band.upper[i].x();
        const double right = band.upper[i + 1].x();
        if (right < rectangle.left() || left > rectangle.right())
            continue;
        for (const double share : bandShares(band, i, rectangle)) {
            const double x = left + share * (right - left);
            constexpr double kSlack = 1e-6;
            if (x < rectangle.left() - kSlack || x > rectangle.right() + kSlack ||
                (share == 0 && !inside.upper.isEmpty()))
                continue;
            const auto at = [&](const QList<QPointF>& edge) {
                return within(edge[i] + share * (edge[i + 1] - edge[i]), rectangle);
            };
            inside.upper.append(at(band.upper));
            inside.lower.append(at(band.lower));
        }
    }
    return inside;
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
