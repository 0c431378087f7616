#pragma once

#include <QPainterPath>

namespace plumbline {

enum class MarkerShape { circle, square, triangle, diamond, cross, downTriangle, star, plus };

/// The shape that goes with a category, so that colour is never the only difference.
MarkerShape markerShape(int index);

/// A filled outline around the origin, with about the area of a circle of that diameter.
QPainterPath markerPath(MarkerShape shape, double diameter);

} // namespace plumbline
