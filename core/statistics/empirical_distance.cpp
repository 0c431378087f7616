#include "core/statistics/empirical_distance.h"

#include "core/numeric/elementary.h"
#include "core/numeric/saddle_point.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace plumbline {

namespace {

/**
 * 2 m q Pr(X = m) with m the mean rounded up, which for a whole mean is as much as with m + 1. That
 * count lies within one of the mean, where nothing cancels in the saddle-point form of Pr(X = m),
 * so that doubles keep the digits for which Binomial needs two of them each, at a tenth of the
 * time: every checkpoint of a run asks for every cell. The failures deviate as much as the
 * successes, and the rarer of the two are counted.
 */
double meanAbsoluteDeviation(double n, double p) {
    if (p > 0.5)
        return meanAbsoluteDeviation(n, 1.0 - p);
    const double mean = n * p;
    if (mean <= 1.0)
        return 2.0 * mean * portableExp(n * portableLog1p(-p));
    const double m = std::ceil(mean);
    const double rest = n - m;
    const double above = m - mean;
    const double exponent = stirlingError(n) - stirlingError(m) - stirlingError(rest) +
                            m * portableLog1pMinusX(-above / m) +
                            rest * portableLog1pMinusX(above / rest);
    return (1.0 - p) * std::sqrt(2.0 * std::numbers::inv_pi * n * m / rest) * portableExp(exponent);
}

} // namespace

std::optional<double> empiricalDistance(const CellComparison& comparison) {
    if (comparison.observed.size() != comparison.probabilities.size())
        throw std::invalid_argument("empiricalDistance: spans must have equal length");
    if (comparison.total() == 0)
        return std::nullopt;
    const auto trials = static_cast<double>(comparison.total());
    const auto gap = [&](std::int64_t observed, double probability) {
        return std::fabs(static_cast<double>(observed) / trials - probability);
    };
    double sum = gap(comparison.observedBelow, comparison.probabilityBelow) +
                 gap(comparison.observedAbove, comparison.probabilityAbove);
    for (std::size_t cell = 0; cell < comparison.observed.size(); ++cell)
        sum += gap(comparison.observed[cell], comparison.probabilities[cell]);
    return 0.5 * sum;
}

DistanceNoise distanceNoise(std::span<const double> probabilities, std::int64_t trials) {
    if (trials < 1)
        throw std::invalid_argument("distanceNoise: trials must be positive");
    const auto n = static_cast<double>(trials);
    double deviations = 0.0;
    double variances = 0.0;
    double powers = 0.0; // sum p^(3/2): for normal counts cov(|x|, |y|) is about rho^2 s t/pi
    double cubes = 0.0;
    for (const double p : probabilities) {
        if (!(p >= 0.0 && p <= 1.0))
            throw std::invalid_argument("distanceNoise: probabilities must lie in [0, 1]");
        const double deviation = meanAbsoluteDeviation(n, p);
        deviations += deviation;
        variances += std::max(n * p * (1.0 - p) - deviation * deviation, 0.0);
        powers += p * std::sqrt(p);
        cubes += p * p * p;
    }
    const double covariances = n * (powers * powers - cubes) * std::numbers::inv_pi;
    return {deviations / (2.0 * n), std::sqrt(variances + covariances) / (2.0 * n)};
}

double approximateNoiseFloor(std::span<const double> probabilities, std::int64_t trials) {
    double sum = 0.0;
    for (const double p : probabilities)
        sum += std::sqrt(p * (1.0 - p));
    return sum / std::sqrt(2.0 * std::numbers::pi * static_cast<double>(trials));
}

double distanceTolerance(std::int64_t trials, double alpha) {
    return std::sqrt(std::log(2.0 / alpha) / (2.0 * static_cast<double>(trials)));
}

} // namespace plumbline
