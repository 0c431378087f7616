#include "ui/controls/slider_scale.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kPage = 0.1;
constexpr double kManyDecades = 6;
constexpr double kSmallestShare = 1e-9; ///< of a range from 0 without a step
constexpr int kCleanDigits = 12;        ///< removes 0.30000000000000004

double roundedToDigits(double value, int digits) {
    if (value == 0 || !std::isfinite(value))
        return value;
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value)))) - digits + 1;
    const double unit = std::pow(10.0, std::abs(exponent));
    return exponent < 0 ? std::round(value * unit) / unit : std::round(value / unit) * unit;
}

} // namespace

SliderScale::SliderScale(const ParameterSpec& spec)
    : m_minimum(spec.minimum), m_maximum(spec.maximum), m_step(std::max(spec.step, 0.0)),
      m_logarithmic(spec.scale == ParameterScale::logarithmic),
      m_whole(spec.kind == ParameterKind::integer) {
    if (m_whole)
        m_step = std::max(1.0, std::round(m_step));
}

double SliderScale::lowestPositive() const {
    if (m_minimum > 0)
        return m_minimum;
    return m_step > 0 ? m_step : m_maximum * kSmallestShare;
}

double SliderScale::fraction(double value) const {
    if (!(m_maximum > m_minimum))
        return 0;
    if (!m_logarithmic)
        return std::clamp((value - m_minimum) / (m_maximum - m_minimum), 0.0, 1.0);
    const double low = lowestPositive();
    if (value <= low)
        return 0;
    return std::clamp(std::log(value / low) / std::log(m_maximum / low), 0.0, 1.0);
}

double SliderScale::rounded(double value) const {
    if (m_logarithmic) {
        const bool coarse = std::log10(m_maximum / lowestPositive()) > kManyDecades;
        value = roundedToDigits(value, coarse ? 2 : 3);
    } else if (m_step > 0) {
        value = m_minimum + std::round((value - m_minimum) / m_step) * m_step;
    }
    return clean(value);
}

double SliderScale::clean(double value) const {
    value = m_whole ? std::round(value) : roundedToDigits(value, kCleanDigits);
    return std::clamp(value, m_minimum, m_maximum);
}

double SliderScale::valueAt(double fraction) const {
    if (!(fraction > 0))
        return m_minimum;
    if (fraction >= 1)
        return m_maximum;
    if (!m_logarithmic)
        return rounded(m_minimum + fraction * (m_maximum - m_minimum));
    const double low = lowestPositive();
    return rounded(low * std::pow(m_maximum / low, fraction));
}

double SliderScale::stepped(double value, int steps) const {
    const double sign = steps < 0 ? -1 : 1;
    if (!m_logarithmic) {
        const double step = m_step > 0 ? m_step : (m_maximum - m_minimum) / 100;
        return clean(value + steps * step);
    }
    for (int i = 0; i < std::abs(steps); ++i) {
        if (value <= 0) {
            value = sign > 0 ? lowestPositive() : m_minimum;
            continue;
        }
        // Going down from 100 belongs to the decade below: 99, not 90.
        const double place = sign < 0 ? value * (1 - 1e-9) : value * (1 + 1e-9);
        const double unit = std::max(m_step, std::pow(10.0, std::floor(std::log10(place)) - 1));
        value = clean(value + sign * unit);
        if (value < lowestPositive())
            value = m_minimum;
    }
    return clean(value);
}

double SliderScale::paged(double value, int pages) const {
    return valueAt(fraction(value) + pages * kPage);
}

} // namespace plumbline
