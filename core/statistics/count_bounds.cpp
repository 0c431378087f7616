#include "core/statistics/count_bounds.h"

#include "core/distributions/binomial.h"
#include "core/distributions/normal.h"
#include "core/distributions/poisson.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

/// Summing begins so many deviations beyond the quantile: what lies further out is below 1e-5 of
/// it.
constexpr double kMargin = 3.0;

constexpr double kSummedMean = 100.0;

CountBounds byCornishFisher(double trials, double success, double z) {
    const double mean = trials * success;
    const double deviation = std::sqrt(mean * (1.0 - success));
    const double skewness = (1.0 - 2.0 * success) / deviation;
    const double excess = (1.0 - 6.0 * success * (1.0 - success)) / (deviation * deviation);
    const double even = skewness * (z * z - 1.0) / 6.0;
    const double odd = z + excess * (z * z - 3.0) * z / 24.0 -
                       skewness * skewness * (2.0 * z * z - 5.0) * z / 36.0;
    const auto rounded = [&](double deviate) {
        return std::clamp(std::ceil(mean + deviation * deviate - 0.5), 0.0, trials);
    };
    return {static_cast<std::int64_t>(rounded(even - odd)),
            static_cast<std::int64_t>(rounded(even + odd))};
}

CountBounds bySums(std::int64_t trials, double success, PointwiseTail tail) {
    const Binomial law(trials, success);
    const auto n = static_cast<double>(trials);
    const double odds = success / (1.0 - success);
    const double reach = (tail.deviate + kMargin) * std::sqrt(law.variance());
    const double beyond = law.mean() + reach + tail.deviate * tail.deviate + 2.0;

    auto low = static_cast<std::int64_t>(std::max(0.0, law.mean() - reach - 1.0));
    double value = law.pmf(low);
    for (double sum = value; sum < tail.probability && low < trials; sum += value) {
        value *= (n - static_cast<double>(low)) / (static_cast<double>(low) + 1.0) * odds;
        ++low;
    }
    auto high = static_cast<std::int64_t>(std::min(n, beyond));
    value = law.pmf(high);
    for (double sum = value; sum <= tail.probability && high > 0; sum += value) {
        value *= static_cast<double>(high) / ((n - static_cast<double>(high) + 1.0) * odds);
        --high;
    }
    return {low, high};
}

BoundedPoisson fromRawMoments(double inside, const double (&sums)[5]) {
    const double shift = sums[1] / inside;
    const double second = sums[2] / inside;
    const double third = sums[3] / inside;
    const double fourth = sums[4] / inside;
    const double variance = std::max(second - shift * shift, 0.0);
    const double centredFourth =
        fourth - 4.0 * shift * third + 6.0 * shift * shift * second - 3.0 * std::pow(shift, 4);
    return {std::log(std::min(inside, 1.0)), shift, variance,
            third - 3.0 * shift * second + 2.0 * shift * shift * shift,
            centredFourth - 3.0 * variance * variance};
}

BoundedPoisson summedInside(double mean, CountBounds bounds) {
    double value = Poisson(mean).pmf(bounds.low);
    double sums[5] = {};
    for (std::int64_t k = bounds.low; k <= bounds.high; ++k) {
        const double offset = static_cast<double>(k) - mean;
        double term = value;
        for (double& sum : sums) {
            sum += term;
            term *= offset;
        }
        value *= mean / (static_cast<double>(k) + 1.0);
    }
    return fromRawMoments(sums[0], sums);
}

/// One end of the bounds in standard units, half a count outside.
struct Edge {
    double z = 0.0;
    double outside = 0.0; ///< probability beyond, by Edgeworth to second order
    double density = 0.0; ///< to first order
};

Edge edgeAt(double bound, double mean, double sign) {
    const double deviation = std::sqrt(mean);
    const double skewness = 1.0 / deviation;
    const double z = (bound - mean) / deviation;
    const double phi = normalDensity(z);
    const double z2 = z * z;
    const double series = skewness * (z2 - 1.0) / 6.0 + (z2 - 3.0) * z / (24.0 * mean) -
                          z / (24.0 * mean) + (z2 * z2 - 10.0 * z2 + 15.0) * z / (72.0 * mean);
    return {z, std::max(normalCdf(-sign * z) + sign * phi * series, 0.0),
            phi * (1.0 + skewness * (z2 - 3.0) * z / 6.0)};
}

BoundedPoisson expandedInside(double mean, CountBounds bounds) {
    const Edge low = edgeAt(static_cast<double>(bounds.low) - 0.5, mean, -1.0);
    const Edge high = edgeAt(static_cast<double>(bounds.high) + 0.5, mean, 1.0);
    const double inside = 1.0 - low.outside - high.outside;
    // Moments of a normal law between the edges: m_k = (k-1) m_{k-2} - [z^(k-1) density].
    double sums[5] = {inside};
    double powerLow = low.density;
    double powerHigh = high.density;
    for (int k = 1; k < 5; ++k) {
        sums[k] = (k > 1 ? (k - 1) * sums[k - 2] : 0.0) - (powerHigh - powerLow);
        powerLow *= low.z;
        powerHigh *= high.z;
    }
    BoundedPoisson bounded = fromRawMoments(inside, sums);
    const double deviation = std::sqrt(mean);
    bounded.meanShift *= deviation;
    bounded.variance *= mean;
    bounded.thirdCumulant = (bounded.thirdCumulant * deviation + 1.0) * mean;
    bounded.fourthCumulant *= mean * mean;
    return bounded;
}

} // namespace

CountBounds countBounds(std::int64_t trials, double success, PointwiseTail tail,
                        double exactBelow) {
    const auto n = static_cast<double>(trials);
    if (n * success <= tail.probability)
        return {0, 0};
    if (success == 1.0)
        return {trials, trials};
    if (n * success * (1.0 - success) >= exactBelow)
        return byCornishFisher(n, success, tail.deviate);
    return bySums(trials, success, tail);
}

void BoundedPoisson::add(const BoundedPoisson& other, double weight) {
    logProbability += weight * other.logProbability;
    meanShift += weight * other.meanShift;
    variance += weight * other.variance;
    thirdCumulant += weight * other.thirdCumulant;
    fourthCumulant += weight * other.fourthCumulant;
}

BoundedPoisson boundedPoisson(double mean, CountBounds bounds) {
    if (bounds.high == 0)
        return {-mean, -mean, 0.0, 0.0, 0.0};
    return mean < kSummedMean ? summedInside(mean, bounds) : expandedInside(mean, bounds);
}

} // namespace plumbline
