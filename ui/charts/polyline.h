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

/**
 * The same picture with at most two points, the lowest and the highest, for each column of that
 * width. Unchanged when there are few points, or when they do not go from left to right.
 */
QList<QPointF> reduceToColumns(const QList<QPointF>& points, double columnWidth);

} // namespace plumbline
