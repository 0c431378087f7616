#pragma once

#include "core/report/figure.h"
#include "ui/charts/ticks.h"

namespace plumbline {

/// A series drawn as vertical rules: a marker without y.
bool isRule(const Series& series);

/// Range of x over all series that an axis of that scale can show; [0, 1] or a decade without any.
Limits curvesRangeX(const Curves& curves, AxisScale scale);

/// Range of y, bands and error bars included; zero joins when the data come near it.
Limits curvesRangeY(const Curves& curves, AxisScale scale);

/// True when all x are integers and few enough that a tick between two of them would mislead.
bool hasIntegerX(const Curves& curves);

} // namespace plumbline
