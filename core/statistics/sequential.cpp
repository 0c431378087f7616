#include "core/statistics/sequential.h"

#include "core/distributions/normal.h"
#include "core/distributions/poisson.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>
#include <string>

namespace plumbline {

namespace {

/// Below this variance a sum too large to count exactly is a sum of rare events.
constexpr double kRareVariance = 1e6;

void requireTrialsAndAlpha(const char* function, std::int64_t trials, std::int64_t fewest,
                           double alpha) {
    if (trials < fewest)
        throw std::invalid_argument(std::string(function) + ": too few trials");
    if (!(alpha > 0.0 && alpha < 1.0))
        throw std::invalid_argument(std::string(function) + ": alpha must lie in (0, 1)");
}

double crossingProbability(double z) {
    return 2.0 * normalDensity(z) * (z * std::numbers::ln2 + 2.0 / z);
}

/// The larger distance of a law's two quantiles from its mean, and half a count.
double widestDistance(const CountLaw& law, double tail) {
    const auto above = static_cast<double>(law.upperQuantile(tail)) - law.mean();
    const auto below = law.mean() - static_cast<double>(law.quantile(tail));
    return std::max(above, below) + 0.5;
}

double expandedDistance(const CountLaw& law, double trials, double tail) {
    const double deviation = std::sqrt(law.variance() * trials);
    const double skewness = std::fabs(law.skewness()) / std::sqrt(trials);
    const double excess = law.excessKurtosis() / trials;
    const double z = -normalQuantile(tail);
    return deviation * (z + skewness * (z * z - 1.0) / 6.0 + excess * (z * z - 3.0) * z / 24.0 -
                        skewness * skewness * (2.0 * z * z - 5.0) * z / 36.0);
}

double sumDistance(const CountLaw& law, std::int64_t trials, double tail) {
    if (law.variance() == 0.0)
        return 0.0;
    if (const auto sum = law.sumOf(trials))
        return widestDistance(*sum, tail);
    const double variance = law.variance() * static_cast<double>(trials);
    if (variance < kRareVariance)
        return widestDistance(Poisson(variance), tail);
    return expandedDistance(law, static_cast<double>(trials), tail);
}

} // namespace

double sequentialZ(std::int64_t trials, int checks, double runAlpha) {
    if (trials < 1 || trials > (std::int64_t{1} << kOctaves))
        throw std::invalid_argument("sequentialZ: trials must lie in [1, 2^40]");
    if (checks < 1 || !(runAlpha > 0.0 && runAlpha < 1.0))
        throw std::invalid_argument("sequentialZ: checks must be positive, runAlpha in (0, 1)");
    const double share = runAlpha / (static_cast<double>(checks) * kOctaves);
    double low = 1.5;
    double high = 38.0;
    while (high - low > 1e-12) {
        const double middle = 0.5 * (low + high);
        (crossingProbability(middle) > share ? low : high) = middle;
    }
    return high;
}

double sequentialAlpha(std::int64_t trials, int checks, double runAlpha) {
    return 2.0 * normalCdf(-sequentialZ(trials, checks, runAlpha));
}

double meanTolerance(const CountLaw& law, std::int64_t trials, double alpha) {
    requireTrialsAndAlpha("meanTolerance", trials, 1, alpha);
    const double rounding = 2.0 * std::numeric_limits<double>::epsilon() * law.mean();
    return sumDistance(law, trials, 0.5 * alpha) / static_cast<double>(trials) + rounding;
}

} // namespace plumbline
