#pragma once

#include "core/report/figure.h"
#include "ui/charts/plot_frame.h"
#include "ui/charts/read_out.h"

#include <optional>
#include <vector>

namespace plumbline {

/// Points of all groups, counted group by group.
int pointCount(const Scatter& scatter);

/// The point of the plot that is nearest to a place, no farther than so many pixels.
std::optional<int> nearestPoint(const Scatter& scatter, const PlotFrame& frame,
                                const QPointF& position, double reach);

/// How far out a point lies: 1 on the ellipse, 0 in its centre.
double radiusIn(const Ellipse& ellipse, double x, double y);

/// What there is to say about a point: its group, both coordinates, and whether each ellipse holds
/// it. The keys are those of the groups and then of the ellipses. Nothing for a point outside the
/// plot.
std::optional<ReadOut> scatterReadOut(const Scatter& scatter, const PlotFrame& frame,
                                      const std::vector<KeyEntry>& keys, int point);

} // namespace plumbline
