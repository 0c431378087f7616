#include "ui/charts/curves_limits.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline {
namespace {

/// Collects a range, leaving out what an axis of that scale cannot show.
class Range {
  public:
    explicit Range(AxisScale scale) : m_scale(scale) {}

    void add(double value) {
        if (!std::isfinite(value) || (m_scale == AxisScale::logarithmic && value <= 0))
            return;
        m_low = std::min(m_low, value);
        m_high = std::max(m_high, value);
    }
    void add(const std::vector<double>& values) {
        for (const double value : values)
            add(value);
    }
    Limits limits() const {
        if (m_low <= m_high)
            return {m_low, m_high};
        return m_scale == AxisScale::logarithmic ? Limits{0.1, 1} : Limits{0, 1};
    }

  private:
    AxisScale m_scale;
    double m_low = std::numeric_limits<double>::infinity();
    double m_high = -std::numeric_limits<double>::infinity();
};

/// A range that begins this near to zero, relative to its end, shows zero as well.
constexpr double kNearZero = 0.35;

Limits withZero(Limits limits) {
    if (limits.low > 0 && limits.low < kNearZero * limits.high)
        return {0, limits.high};
    if (limits.high < 0 && limits.high > kNearZero * limits.low)
        return {limits.low, 0};
    return limits;
}

} // namespace

bool isRule(const Series& series) {
    return series.role == SeriesRole::marker && series.y.empty();
}

Limits curvesRangeX(const Curves& curves, AxisScale scale) {
    Range range(scale);
    for (const Series& series : curves.series)
        range.add(series.x);
    Limits limits = range.limits();
    if (limits.span() > 0)
        return limits;
    if (scale == AxisScale::logarithmic)
        return {limits.low / 2, limits.high * 2};
    const double room = limits.low == 0 ? 1 : std::abs(limits.low) / 2;
    return {limits.low - room, limits.high + room};
}

Limits curvesRangeY(const Curves& curves, AxisScale scale) {
    Range range(scale);
    for (const Series& series : curves.series) {
        range.add(series.y);
        range.add(series.low);
        range.add(series.high);
        for (std::size_t i = 0; i < std::min(series.error.size(), series.y.size()); ++i) {
            range.add(series.y[i] - series.error[i]);
            range.add(series.y[i] + series.error[i]);
        }
    }
    return scale == AxisScale::linear ? withZero(range.limits()) : range.limits();
}

bool hasIntegerX(const Curves& curves) {
    constexpr double kFew = 50;
    const Limits limits = curvesRangeX(curves, AxisScale::linear);
    if (limits.span() > kFew)
        return false;
    return std::all_of(curves.series.begin(), curves.series.end(), [](const Series& series) {
        return std::all_of(series.x.begin(), series.x.end(),
                           [](double x) { return x == std::floor(x); });
    });
}

} // namespace plumbline
