#pragma once

#include "core/lab/view_settings.h"
#include "ui/charts/ticks.h"

#include <QPointF>
#include <QRectF>

#include <optional>

/**
 * Zooming and panning as arithmetic. Places along an axis are shares of its length: 0 at the low
 * end, 1 at the high end, on a logarithmic axis in the logarithm.
 */
namespace plumbline {

/// How much a key or a notch of the wheel magnifies.
inline constexpr double kZoomStep = 1.25;

/**
 * Whether doubles can tell the pixels between the ends apart: both ends within ±1e300 and a span of
 * at least 1e-12 of the larger one, and of 1e-280 at zero; on a logarithmic axis ends from 1e-300
 * to 1e300 and at least 1e-9 decades. False for what is not finite or not in order.
 */
bool canShow(Limits limits, AxisScale scale);

/**
 * The ends that were chosen, else the automatic ones. On a logarithmic axis a low end <= 0 is the
 * automatic one, or a decade below the high end where that is not lower. Ends that cannot be shown
 * count as not chosen.
 */
Limits chosenLimits(const std::optional<AxisRange>& chosen, AxisScale scale, Limits automatic);

/// The part of an axis between two places, which may lie outside it; nothing when that cannot be
/// shown.
std::optional<Limits> partBetween(Limits shown, AxisScale scale, double from, double to);

/// Magnified by the factor, so that the value at a place keeps its place.
std::optional<Limits> zoomed(Limits shown, AxisScale scale, double place, double factor);

/// Moved by a share of the length: a positive one shows higher values.
std::optional<Limits> panned(Limits shown, AxisScale scale, double share);

/// A plot that can be zoomed, as it is on show.
struct PlotAxes {
    QRectF plot; ///< where the data are, pixels in the view
    Limits x;
    Limits y;
    AxisScale xScale = AxisScale::linear;
    AxisScale yScale = AxisScale::linear;
    bool equalAspect = false; ///< x and y are zoomed together only
};

enum class AxisChoice { both, x, y };

/// The axis whose labels are at that place: x under the plot, y beside it, both elsewhere.
AxisChoice axesAt(const PlotAxes& axes, const QPointF& position);

/// The part of the plot that a band drawn from corner to corner zooms into: a band of less than 10
/// pixels in one direction zooms the other axis alone. Empty for one that is small in both.
QRectF areaOfBand(const PlotAxes& axes, const QRectF& band);

/// The settings with the ends of both axes as they are on show.
FigureSettings withShownEnds(const PlotAxes& axes, FigureSettings settings);

/// The settings after a zoom or a pan; nothing when an axis cannot follow.
std::optional<FigureSettings> zoomedAbout(const PlotAxes& axes, FigureSettings settings,
                                          const QPointF& position, double factor,
                                          AxisChoice choice = AxisChoice::both);
std::optional<FigureSettings> zoomedInto(const PlotAxes& axes, FigureSettings settings,
                                         const QRectF& band);

/// The data follow the pointer that moved so many pixels.
std::optional<FigureSettings> draggedBy(const PlotAxes& axes, FigureSettings settings,
                                        const QPointF& pixels);

} // namespace plumbline
