#pragma once

#include "core/report/figure.h"
#include "ui/charts/plot_frame.h"
#include "ui/charts/read_out.h"

#include <optional>
#include <vector>

namespace plumbline {

/// The places on the x axis that can be read: those of all points, or of the lines where there are
/// no points; in order, each once.
std::vector<double> readablePlaces(const Curves& curves);

/// The place nearest to a pixel, counted from 0; nothing where none is in the plot.
std::optional<int> nearestPlace(const std::vector<double>& places, const PlotFrame& frame,
                                double pixel);

/**
 * What the curves say at a place: points where they are, lines between their own points too, as
 * they are drawn. A line of a role that points share is subtracted from those points, any other law
 * from what was simulated; in standard errors too where the points have them. The keys
 * stand in the series' order. Nothing for a place outside the plot or without a named curve.
 */
std::optional<ReadOut> curvesReadOut(const Curves& curves, const PlotFrame& frame,
                                     const std::vector<KeyEntry>& keys, double place);

} // namespace plumbline
