#pragma once

#include "core/report/figure.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/**
 * Where an axis has its ticks and what they say: steps of 1, 2 or 5 times a power of ten, decades
 * on a logarithmic axis, thinned until no two labels touch. Pure functions; text is measured by the
 * caller's function, so that they are tested without a font.
 */
namespace plumbline {

/// The ends of an axis in data units; on a logarithmic axis both are positive.
struct Limits {
    double low = 0;
    double high = 1;
    double span() const { return high - low; }
    bool operator==(const Limits&) const = default;
};

/// The smallest 1, 2 or 5 times a power of ten that divides the span into at most that many parts.
double niceStep(double span, int maxParts);

/// Limits widened to multiples of a nice step of about that many parts.
Limits niceLimits(Limits data, int parts);

/// As niceLimits, on the decimal logarithm: whole decades, or 1, 2 and 5 where there are few.
Limits niceLogLimits(Limits data);

/**
 * Automatic limits that do not jump on every frame: they are kept while the data lie inside and
 * fill enough of them, and chosen anew otherwise. Ends that are fixed are returned exactly.
 */
class StickyLimits {
  public:
    Limits update(const Axis& axis, Limits data);

  private:
    bool stillFits(AxisScale scale, Limits data) const;

    std::optional<Limits> m_current;
    AxisScale m_scale = AxisScale::linear;
};

struct Tick {
    double value = 0;
    double position = 0; ///< pixels from the low end
    std::string label;
};

struct TickRequest {
    Limits limits;
    AxisScale scale = AxisScale::linear;
    bool integersOnly = false;
    double length = 100;    ///< of the axis, pixels
    double minSpacing = 40; ///< between ticks, pixels
    double labelGap = 12;   ///< between labels, pixels
    /// Extent of a label along the axis, pixels: its width below a plot, its height beside one.
    std::function<double(const std::string&)> extent;
};

/// Ticks inside the limits whose labels keep their gap; at least none, when even one does not fit.
std::vector<Tick> layOutTicks(const TickRequest& request);

/// Labels of evenly stepped values, all with the same decimals or the same power of ten.
std::vector<std::string> tickLabels(const std::vector<double>& values, double step);

/// Position of a value along an axis of that length, from the low end; linear or in the logarithm.
double axisPosition(double value, Limits limits, AxisScale scale, double length);

} // namespace plumbline
