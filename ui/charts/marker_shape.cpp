#include "ui/charts/marker_shape.h"

#include <QPolygonF>
#include <QTransform>

#include <array>
#include <cmath>
#include <numbers>

namespace plumbline {
namespace {

constexpr int kShapes = 8;

/// A polygon whose corners alternate between two radii; the first one points up.
QPolygonF starPolygon(int corners, double outer, double inner) {
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners - std::numbers::pi / 2;
        const double radius = i % 2 == 0 ? outer : inner;
        polygon << QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return polygon;
}

QPainterPath plusPath(double radius) {
    const double thin = radius * 0.36;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRect(QRectF(-radius, -thin, 2 * radius, 2 * thin));
    path.addRect(QRectF(-thin, -radius, 2 * thin, 2 * radius));
    return path;
}

QPainterPath closed(const QPolygonF& polygon) {
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

} // namespace

MarkerShape markerShape(int index) {
    return static_cast<MarkerShape>(((index % kShapes) + kShapes) % kShapes);
}

QPainterPath markerPath(MarkerShape shape, double diameter) {
    const double radius = diameter / 2;
    QPainterPath path;
    switch (shape) {
    case MarkerShape::circle:
        path.addEllipse(QPointF(), radius, radius);
        return path;
    case MarkerShape::square: {
        const double half = radius * 0.89;
        path.addRect(QRectF(-half, -half, 2 * half, 2 * half));
        return path;
    }
    case MarkerShape::triangle:
        return closed(starPolygon(3, radius * 1.4, radius * 1.4)).translated(0, radius * 0.2);
    case MarkerShape::diamond:
        return closed(starPolygon(4, radius * 1.3, radius * 1.3));
    case MarkerShape::cross:
        return QTransform().rotate(45).map(plusPath(radius * 1.15));
    case MarkerShape::downTriangle:
        return QTransform().rotate(180).map(markerPath(MarkerShape::triangle, diameter));
    case MarkerShape::star:
        return closed(starPolygon(10, radius * 1.5, radius * 0.65));
    case MarkerShape::plus:
        return plusPath(radius * 1.15);
    }
    return path;
}

} // namespace plumbline
