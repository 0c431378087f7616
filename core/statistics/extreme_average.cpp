#include "core/statistics/extreme_average.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline {

namespace {

/// The cumulant generating function at s and its first two derivatives.
struct Cumulants {
    double value = 0.0;
    double first = 0.0;
    double second = 0.0;
};

Cumulants cumulantsAt(const WeightedValues& law, double s) {
    double excess = 0.0;
    double first = 0.0;
    double second = 0.0;
    for (std::size_t i = 0; i < law.values.size(); ++i) {
        const double grown = std::expm1(s * law.values[i]);
        const double tilted = law.weights[i] * (1.0 + grown);
        excess += law.weights[i] * grown;
        first += tilted * law.values[i];
        second += tilted * law.values[i] * law.values[i];
    }
    const double mean = first / (1.0 + excess);
    return {std::log1p(excess), mean, std::max(second / (1.0 + excess) - mean * mean, 0.0)};
}

/// -log of the probability that the average lies beyond the tilted mean at s.
double logRarity(const Cumulants& at, double s, double n) {
    const double spread = std::fabs(s) * std::sqrt(n * at.second);
    const double prefactor = std::sqrt(2.0 * std::numbers::pi) * spread;
    return n * (s * at.first - at.value) + std::log(std::max(prefactor, 1.0));
}

} // namespace

WeightedValues standardisedGrid(const CountLaw& law, double tail, std::int64_t most) {
    const std::int64_t low = law.quantile(tail);
    const std::int64_t high = law.upperQuantile(tail);
    const std::int64_t step = (high - low) / most + 1;
    const double deviation = std::sqrt(law.variance());
    WeightedValues grid;
    double total = 0.0;
    for (std::int64_t k = low + (step - 1) / 2; k <= high; k += step) {
        grid.values.push_back((static_cast<double>(k) - law.mean()) / deviation);
        grid.weights.push_back(law.pmf(k));
        total += grid.weights.back();
    }
    for (double& weight : grid.weights)
        weight /= total;
    return grid;
}

double extremeAverage(const WeightedValues& law, double n, double tail, double direction) {
    const auto [smallest, largest] = std::minmax_element(law.values.begin(), law.values.end());
    const double end = direction > 0.0 ? *largest : *smallest;
    constexpr double kLargestExponent = 600.0;
    const double steepest = kLargestExponent / std::max({std::fabs(*smallest), *largest, 1e-300});
    const double needed = -std::log(tail);
    double low = 0.0;
    double high = steepest;
    const double variance = cumulantsAt(law, 0.0).second;
    double s = std::min(std::sqrt(2.0 * needed / (n * variance)), steepest);
    double deviation = end;
    constexpr int kMostSteps = 60;
    for (int step = 0; step < kMostSteps && low < 0.999 * steepest; ++step) {
        const Cumulants at = cumulantsAt(law, direction * s);
        const double rarity = logRarity(at, direction * s, n);
        if (rarity >= needed) {
            high = s;
            deviation = at.first;
            if (rarity < needed + 1e-3)
                break;
        } else {
            low = s;
        }
        // Rarity grows about as the square of s; aim just above.
        s *= std::sqrt((needed + 5e-4) / rarity);
        if (!(s > low && s < high))
            s = 0.5 * (low + high);
    }
    return deviation;
}

} // namespace plumbline
