#pragma once

#include "ui/charts/plot_frame.h"

#include <QList>
#include <QPointF>

namespace plumbline {

/// The point of an ellipse at an angle t, in data units.
QPointF onEllipse(const Ellipse& ellipse, double t);

inline constexpr int kEllipseCorners = 120;

/// A closed outline in the view's pixels: kEllipseCorners corners, and inside the plot as many more
/// as it takes that none of them shows at any zoom.
QList<QPointF> ellipseOutline(const Ellipse& ellipse, const PlotFrame& frame);

} // namespace plumbline
