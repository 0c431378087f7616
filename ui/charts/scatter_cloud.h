#pragma once

#include "ui/charts/marker_shape.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QPainter>
#include <QPointF>
#include <QRectF>

namespace plumbline {

/// One group of points in the view's pixels.
struct CloudGroup {
    QList<QPointF> points;
    QColor colour;
    MarkerShape shape = MarkerShape::circle;
};

/// Draws each point as its shape. A writer of vectors gets paths, a raster image one stamp a group.
void paintMarkers(QPainter& painter, const QList<CloudGroup>& groups, double diameter);

/**
 * Many points as one image: a pixel's opacity grows with the number of points on it, so that
 * density stays visible; a lone point keeps enough of it to be seen. At a scale of device pixels.
 */
QImage cloudImage(const QList<CloudGroup>& groups, const QRectF& plot, double scale);

} // namespace plumbline
