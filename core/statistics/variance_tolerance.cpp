#include "core/statistics/extreme_average.h"
#include "core/statistics/sequential.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace plumbline {

namespace {

constexpr std::int64_t kCountsOnGrid = 64;
constexpr std::int64_t kCountsOnPairGrid = 48;

void requirePairs(const char* function, std::int64_t trials, double alpha) {
    if (trials < 2)
        throw std::invalid_argument(std::string(function) + ": needs two trials");
    if (!(alpha > 0.0 && alpha < 1.0))
        throw std::invalid_argument(std::string(function) + ": alpha must lie in (0, 1)");
}

WeightedValues products(const WeightedValues& x, const WeightedValues& y) {
    WeightedValues pairs;
    for (std::size_t i = 0; i < x.values.size(); ++i)
        for (std::size_t j = 0; j < y.values.size(); ++j) {
            pairs.values.push_back(x.values[i] * y.values[j]);
            pairs.weights.push_back(x.weights[i] * y.weights[j]);
        }
    return pairs;
}

} // namespace

double varianceTolerance(const CountLaw& law, std::int64_t trials, double alpha) {
    requirePairs("varianceTolerance", trials, alpha);
    const double variance = law.variance();
    if (variance == 0.0)
        return 0.0;
    const auto n = static_cast<double>(trials);
    WeightedValues squares = standardisedGrid(law, alpha / (16.0 * n), kCountsOnGrid);
    for (double& value : squares.values)
        value = value * value - 1.0;
    const double above = extremeAverage(squares, n, 0.375 * alpha, 1.0);
    const double below = extremeAverage(squares, n, 0.25 * alpha, -1.0);
    const double drift = meanTolerance(law, trials, 0.25 * alpha);
    const double highest = variance * (1.0 + above) * n / (n - 1.0);
    const double lowest = (variance * (1.0 + below) - drift * drift) * n / (n - 1.0);
    return std::max(highest - variance, variance - std::max(lowest, 0.0));
}

double covarianceTolerance(const CountLaw& x, const CountLaw& y, std::int64_t trials,
                           double alpha) {
    requirePairs("covarianceTolerance", trials, alpha);
    if (x.variance() == 0.0 || y.variance() == 0.0)
        return 0.0;
    const auto n = static_cast<double>(trials);
    const double beyond = alpha / (32.0 * n);
    const WeightedValues pairs = products(standardisedGrid(x, beyond, kCountsOnPairGrid),
                                          standardisedGrid(y, beyond, kCountsOnPairGrid));
    const double widest = std::max(extremeAverage(pairs, n, 0.25 * alpha, 1.0),
                                   -extremeAverage(pairs, n, 0.25 * alpha, -1.0));
    const double drift =
        meanTolerance(x, trials, 0.125 * alpha) * meanTolerance(y, trials, 0.125 * alpha);
    return widest * std::sqrt(x.variance() * y.variance()) + drift;
}

} // namespace plumbline
