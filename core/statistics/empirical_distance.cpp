#include "core/statistics/empirical_distance.h"

#include "core/distributions/binomial.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace plumbline {

namespace {

double meanAbsoluteDeviation(const Binomial& count) {
    const DoubleDouble expected = exactly(count.trials()) * count.success();
    const std::int64_t m = floorOf(expected) + 1;
    if (m > count.trials())
        return 0.0;
    return 2.0 * static_cast<double>(m) * count.failure().value() * count.pmf(m);
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
    double deviations = 0.0;
    double variances = 0.0;
    double powers = 0.0; // sum p^(3/2): for normal counts cov(|x|, |y|) is about rho^2 s t/pi
    double cubes = 0.0;
    for (const double p : probabilities) {
        const Binomial count(trials, p);
        const double deviation = meanAbsoluteDeviation(count);
        deviations += deviation;
        variances += std::max(count.variance() - deviation * deviation, 0.0);
        powers += p * std::sqrt(p);
        cubes += p * p * p;
    }
    const auto n = static_cast<double>(trials);
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
