#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace plumbline {

/**
 * The parts of a polyline inside a rectangle, cut where they cross its edge; points that are not
 * finite break it. Done here rather than by a clip path, which vector writers ignore.
 */
std::vector<QList<QPointF>> clipPolyline(const QList<QPointF>& points, const QRectF& rectangle);

/// The edges of a band, one above the other point by point.
struct BandEdges {
    QList<QPointF> upper;
    QList<QPointF> lower;
};

/// The part of a band inside a rectangle, cut where its edges cross the rectangle's. The points go
/// from left to right, each pair of them at one x; all are finite.
BandEdges clipBand(const BandEdges& band, const QRectF& rectangle);

/**
 * The same picture with at most two points, the lowest and the highest, for each column of that
 * width. Unchanged when there are few points, or when they do not go from left to right.
 */
QList<QPointF> reduceToColumns(const QList<QPointF>& points, double columnWidth);

} // namespace plumbline
