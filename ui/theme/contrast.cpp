#include "ui/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

/// What WCAG 2.1 asks of text below 18 points.
constexpr double kTextContrast = 4.5;

double linear(float channel) {
    return channel <= 0.04045F ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

double contrastRatio(const QColor& first, const QColor& second) {
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor blend(const QColor& first, const QColor& second, double share) {
    const auto mix = [share](float from, float to) {
        return static_cast<float>(from + (to - from) * share);
    };
    return QColor::fromRgbF(mix(first.redF(), second.redF()), mix(first.greenF(), second.greenF()),
                            mix(first.blueF(), second.blueF()));
}

QColor readableOn(const QColor& paper, const QColor& colour, const QColor& ink) {
    constexpr int kSteps = 20;
    for (int step = 0; step < kSteps; ++step) {
        const QColor candidate = blend(colour, ink, static_cast<double>(step) / kSteps);
        if (contrastRatio(candidate, paper) >= kTextContrast)
            return candidate;
    }
    return ink;
}

} // namespace plumbline
