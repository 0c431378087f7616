#include "ui/charts/plot_navigation.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kLargest = 1e300;
constexpr double kLeastRelativeSpan = 1e-12; ///< leaves ten thousand doubles to a pixel's share
constexpr double kLeastSpan = 1e-280;        ///< values of usual size stay finite in its pixels
constexpr double kLeastPositive = 1e-300;
constexpr double kLeastDecades = 1e-9;

/// A band less wide or high than this was drawn along one axis.
constexpr double kThinBand = 10;

struct Shares {
    double from = 0;
    double to = 1;
};

bool concerns(AxisChoice choice, AxisChoice axis) {
    return choice == AxisChoice::both || choice == axis;
}

/// Puts the parts of the chosen axes into the settings, all of them or none.
std::optional<FigureSettings> withParts(const PlotAxes& axes, FigureSettings settings, Shares x,
                                        Shares y, AxisChoice choice) {
    const auto newX = partBetween(axes.x, axes.xScale, x.from, x.to);
    const auto newY = partBetween(axes.y, axes.yScale, y.from, y.to);
    if ((concerns(choice, AxisChoice::x) && !newX) || (concerns(choice, AxisChoice::y) && !newY))
        return std::nullopt;
    if (concerns(choice, AxisChoice::x))
        settings.x = AxisRange{newX->low, newX->high};
    if (concerns(choice, AxisChoice::y))
        settings.y = AxisRange{newY->low, newY->high};
    return settings;
}

double shareOfWidth(const PlotAxes& axes, double x) {
    return (x - axes.plot.left()) / axes.plot.width();
}

double shareOfHeight(const PlotAxes& axes, double y) {
    return (axes.plot.bottom() - y) / axes.plot.height();
}

AxisChoice axesOfBand(const PlotAxes& axes, const QRectF& band) {
    const bool thinX = band.width() < kThinBand;
    const bool thinY = band.height() < kThinBand;
    if (axes.equalAspect || thinX == thinY)
        return AxisChoice::both;
    return thinY ? AxisChoice::x : AxisChoice::y;
}

Shares zoomShares(double place, double factor) {
    return {place * (1 - 1 / factor), place + (1 - place) / factor};
}

} // namespace

bool canShow(Limits limits, AxisScale scale) {
    const double larger = std::max(std::abs(limits.low), std::abs(limits.high));
    if (!(limits.low < limits.high) || !(larger <= kLargest))
        return false;
    if (scale == AxisScale::linear)
        return limits.span() >= std::max(kLeastSpan, kLeastRelativeSpan * larger);
    return limits.low >= kLeastPositive &&
           std::log10(limits.high) - std::log10(limits.low) >= kLeastDecades;
}

Limits chosenLimits(const std::optional<AxisRange>& chosen, AxisScale scale, Limits automatic) {
    if (!chosen)
        return automatic;
    Limits limits{chosen->low, chosen->high};
    if (scale == AxisScale::logarithmic && limits.low <= 0)
        limits.low = automatic.low < limits.high ? automatic.low : limits.high / 10;
    return canShow(limits, scale) ? limits : automatic;
}

std::optional<Limits> partBetween(Limits shown, AxisScale scale, double from, double to) {
    Limits part;
    if (scale == AxisScale::logarithmic) {
        const double low = std::log10(shown.low);
        const double decades = std::log10(shown.high) - low;
        part = {std::pow(10.0, low + from * decades), std::pow(10.0, low + to * decades)};
    } else {
        part = {shown.low + from * shown.span(), shown.low + to * shown.span()};
    }
    return canShow(part, scale) ? std::optional(part) : std::nullopt;
}

std::optional<Limits> zoomed(Limits shown, AxisScale scale, double place, double factor) {
    const Shares shares = zoomShares(place, factor);
    return partBetween(shown, scale, shares.from, shares.to);
}

std::optional<Limits> panned(Limits shown, AxisScale scale, double share) {
    return partBetween(shown, scale, share, 1 + share);
}

AxisChoice axesAt(const PlotAxes& axes, const QPointF& position) {
    if (axes.equalAspect || axes.plot.contains(position))
        return AxisChoice::both;
    const bool beside = position.x() < axes.plot.left();
    const bool under = position.y() > axes.plot.bottom();
    if (beside == under)
        return AxisChoice::both;
    return under ? AxisChoice::x : AxisChoice::y;
}

QRectF areaOfBand(const PlotAxes& axes, const QRectF& band) {
    const QRectF inside = band & axes.plot;
    switch (axesOfBand(axes, inside)) {
    case AxisChoice::x:
        return {inside.left(), axes.plot.top(), inside.width(), axes.plot.height()};
    case AxisChoice::y:
        return {axes.plot.left(), inside.top(), axes.plot.width(), inside.height()};
    case AxisChoice::both:
        break;
    }
    return std::max(inside.width(), inside.height()) < kThinBand ? QRectF() : inside;
}

FigureSettings withShownEnds(const PlotAxes& axes, FigureSettings settings) {
    settings.x = AxisRange{axes.x.low, axes.x.high};
    settings.y = AxisRange{axes.y.low, axes.y.high};
    return settings;
}

std::optional<FigureSettings> zoomedAbout(const PlotAxes& axes, FigureSettings settings,
                                          const QPointF& position, double factor,
                                          AxisChoice choice) {
    const double x = std::clamp(shareOfWidth(axes, position.x()), 0.0, 1.0);
    const double y = std::clamp(shareOfHeight(axes, position.y()), 0.0, 1.0);
    return withParts(axes, std::move(settings), zoomShares(x, factor), zoomShares(y, factor),
                     choice);
}

std::optional<FigureSettings> zoomedInto(const PlotAxes& axes, FigureSettings settings,
                                         const QRectF& band) {
    const QRectF area = areaOfBand(axes, band);
    if (area.isEmpty())
        return std::nullopt;
    return withParts(axes, std::move(settings),
                     {shareOfWidth(axes, area.left()), shareOfWidth(axes, area.right())},
                     {shareOfHeight(axes, area.bottom()), shareOfHeight(axes, area.top())},
                     axesOfBand(axes, band & axes.plot));
}

std::optional<FigureSettings> draggedBy(const PlotAxes& axes, FigureSettings settings,
                                        const QPointF& pixels) {
    const double x = -pixels.x() / axes.plot.width();
    const double y = pixels.y() / axes.plot.height();
    return withParts(axes, std::move(settings), {x, 1 + x}, {y, 1 + y}, AxisChoice::both);
}

} // namespace plumbline
