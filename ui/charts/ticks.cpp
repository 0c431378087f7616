#include "ui/charts/ticks.h"

#include "core/report/number_format.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline {
namespace {

constexpr std::array<double, 3> kNiceMantissas = {1, 2, 5};

/// Rounding may put a tick this share of a step outside the limits.
constexpr double kTickSlack = 1e-6;

/// Far beyond what any screen shows; bounds the work for odd limits.
constexpr double kMostTicks = 10000;

double nextNice(double step) {
    const double unit = std::pow(10.0, std::floor(std::log10(step) + kTickSlack));
    for (const double mantissa : {2.0, 5.0, 10.0}) {
        if (mantissa * unit > step * (1 + kTickSlack))
            return mantissa * unit;
    }
    return 20 * unit;
}

std::vector<double> multiples(Limits limits, double step) {
    const double first = std::ceil(limits.low / step - kTickSlack);
    const double last = std::floor(limits.high / step + kTickSlack);
    // Counted, not stepped: adding one to an index beyond 2^53 would go nowhere.
    const int count = static_cast<int>(std::clamp(last - first + 1, 0.0, kMostTicks));
    std::vector<double> values;
    for (int i = 0; i < count; ++i) {
        const double index = first + i;
        values.push_back(index == 0 ? 0 : index * step);
    }
    return values;
}

int exponentOf(double value) {
    return value == 0 ? 0 : static_cast<int>(std::floor(std::log10(std::abs(value)) + kTickSlack));
}

std::vector<Tick> place(const std::vector<double>& values, const std::vector<std::string>& labels,
                        const TickRequest& request) {
    std::vector<Tick> ticks;
    for (std::size_t i = 0; i < values.size(); ++i)
        ticks.push_back({values[i],
                         axisPosition(values[i], request.limits, request.scale, request.length),
                         labels[i]});
    return ticks;
}

bool labelsFit(const std::vector<Tick>& ticks, const TickRequest& request) {
    for (std::size_t i = 1; i < ticks.size(); ++i) {
        const double distance = ticks[i].position - ticks[i - 1].position;
        const double extents = request.extent(ticks[i].label) + request.extent(ticks[i - 1].label);
        if (distance < std::max(request.minSpacing, extents / 2 + request.labelGap) - kTickSlack)
            return false;
    }
    return true;
}

std::vector<Tick> linearTicks(const TickRequest& request) {
    const int maxParts = std::max(1, static_cast<int>(request.length / request.minSpacing));
    double step = niceStep(request.limits.span(), maxParts);
    if (request.integersOnly)
        step = std::max(1.0, step);
    for (;;) {
        const std::vector<double> values = multiples(request.limits, step);
        std::vector<Tick> ticks = place(values, tickLabels(values, step), request);
        if (ticks.size() < 2 || labelsFit(ticks, request))
            return ticks;
        step = nextNice(step);
    }
}

std::string decadeLabel(int exponent) {
    return "10" + superscript(exponent);
}

std::vector<Tick> decadeTicks(const TickRequest& request, int first, int last) {
    for (int stride = 1;; ++stride) {
        std::vector<double> values;
        std::vector<std::string> labels;
        const int start = first + ((-first % stride) + stride) % stride;
        for (int exponent = start; exponent <= last; exponent += stride) {
            values.push_back(std::pow(10.0, exponent));
            labels.push_back(decadeLabel(exponent));
        }
        std::vector<Tick> ticks = place(values, labels, request);
        if (ticks.size() < 2 || labelsFit(ticks, request))
            return ticks;
    }
}

/// Between two decades: 1, 2 and 5 times each power of ten.
std::vector<Tick> mantissaTicks(const TickRequest& request) {
    std::vector<double> values;
    std::vector<std::string> labels;
    for (int exponent = exponentOf(request.limits.low); exponent <= exponentOf(request.limits.high);
         ++exponent) {
        for (const double mantissa : kNiceMantissas) {
            const double value = mantissa * std::pow(10.0, exponent);
            if (value < request.limits.low * (1 - kTickSlack) ||
                value > request.limits.high * (1 + kTickSlack))
                continue;
            values.push_back(value);
            labels.push_back(formatNumber(value));
        }
    }
    return place(values, labels, request);
}

std::vector<Tick> logarithmicTicks(const TickRequest& request) {
    const int first = static_cast<int>(std::ceil(std::log10(request.limits.low) - kTickSlack));
    const int last = static_cast<int>(std::floor(std::log10(request.limits.high) + kTickSlack));
    if (last - first >= 1)
        return decadeTicks(request, first, last);
    std::vector<Tick> ticks = mantissaTicks(request);
    return ticks.size() >= 2 && labelsFit(ticks, request) ? ticks : linearTicks(request);
}

/// A flat line still needs a range around it.
Limits widenIfEmpty(Limits data) {
    if (data.span() > 0)
        return data;
    const double room = data.low == 0 ? 1 : std::abs(data.low) / 2;
    return {data.low - room, data.high + room};
}

} // namespace

double niceStep(double span, int maxParts) {
    const double atLeast = span / std::max(1, maxParts);
    const double unit = std::pow(10.0, std::floor(std::log10(atLeast)));
    for (const double mantissa : kNiceMantissas) {
        if (mantissa * unit >= atLeast * (1 - kTickSlack))
            return mantissa * unit;
    }
    return 10 * unit;
}

Limits niceLimits(Limits data, int parts) {
    data = widenIfEmpty(data);
    const double step = niceStep(data.span(), parts);
    return {std::floor(data.low / step + kTickSlack) * step,
            std::ceil(data.high / step - kTickSlack) * step};
}

Limits niceLogLimits(Limits data) {
    const double low = std::log10(data.low);
    const double high = std::log10(data.high);
    // Whole decades waste too much of a short axis.
    const double step = high - low > 2 ? 1.0 : 0.5;
    Limits result{std::floor(low / step + kTickSlack) * step,
                  std::ceil(high / step - kTickSlack) * step};
    if (result.span() <= 0)
        result = {result.low - step, result.high + step};
    return {std::pow(10.0, result.low), std::pow(10.0, result.high)};
}

bool StickyLimits::stillFits(AxisScale scale, Limits data) const {
    constexpr double kLeastFilled = 0.6;
    if (!m_current || m_scale != scale)
        return false;
    if (data.low < m_current->low || data.high > m_current->high)
        return false;
    if (scale == AxisScale::logarithmic)
        return std::log(data.high / data.low) >=
               kLeastFilled * std::log(m_current->high / m_current->low);
    return data.span() >= kLeastFilled * m_current->span();
}

Limits StickyLimits::update(const Axis& axis, Limits data) {
    constexpr int kParts = 5;
    if (!stillFits(axis.scale, data)) {
        m_current =
            axis.scale == AxisScale::logarithmic ? niceLogLimits(data) : niceLimits(data, kParts);
        m_scale = axis.scale;
    }
    Limits limits{axis.low.value_or(m_current->low), axis.high.value_or(m_current->high)};
    if (limits.span() > 0)
        return limits;
    return axis.low ? Limits{limits.low, limits.low + std::max(1.0, std::abs(limits.low))}
                    : Limits{limits.high - std::max(1.0, std::abs(limits.high)), limits.high};
}

double axisPosition(double value, Limits limits, AxisScale scale, double length) {
    if (scale == AxisScale::logarithmic) {
        // Differences of logarithms: the ratio of the ends may not be a finite number.
        const double low = std::log10(limits.low);
        return (std::log10(value) - low) / (std::log10(limits.high) - low) * length;
    }
    return (value - limits.low) / limits.span() * length;
}

std::vector<std::string> tickLabels(const std::vector<double>& values, double step) {
    constexpr double kLargestPlain = 1e7;
    constexpr double kSmallestPlain = 1e-4;
    constexpr int kMostMantissaDecimals = 3;
    double largest = 0;
    for (const double value : values)
        largest = std::max(largest, std::abs(value));
    const int scale = exponentOf(largest);
    const int mantissaDecimals = scale - exponentOf(step);
    const bool extreme = largest >= kLargestPlain || (largest > 0 && largest < kSmallestPlain);
    const bool scientific =
        extreme && (mantissaDecimals <= kMostMantissaDecimals || largest < 1 || largest >= 1e12);
    std::vector<std::string> labels;
    for (const double value : values) {
        if (!scientific)
            labels.push_back(formatFixed(value, std::max(0, -exponentOf(step))));
        else if (value == 0)
            labels.push_back("0");
        else
            labels.push_back(formatFixed(value / std::pow(10.0, scale), mantissaDecimals) + "×10" +
                             superscript(scale));
    }
    return labels;
}

std::vector<Tick> layOutTicks(const TickRequest& request) {
    if (request.length <= 0 || !(request.limits.span() > 0))
        return {};
    return request.scale == AxisScale::logarithmic ? logarithmicTicks(request)
                                                   : linearTicks(request);
}

} // namespace plumbline
