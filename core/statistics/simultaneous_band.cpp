#include "core/statistics/simultaneous_band.h"

#include "core/distributions/normal.h"
#include "core/numeric/saddle_point.h"
#include "core/statistics/count_bounds.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <stdexcept>

namespace plumbline {

namespace {

constexpr double kExactBelow = 1000.0;
constexpr double kExactBelowForMany = 100.0;

/// The search ends when the tail is known this closely, or the coverage is within 2 % of its room.
constexpr double kTailPrecision = 1.02;
constexpr int kMostSteps = 16;

PointwiseTail pointwise(double probability) {
    return {probability, -normalQuantile(probability)};
}

class BandSearch {
  public:
    BandSearch(std::span<const double> probabilities, std::int64_t trials)
        : m_probabilities(probabilities), m_trials(trials),
          m_many(probabilities.size() > kManyCells),
          m_stride(m_many ? (probabilities.size() + kSampledCells - 1) / kSampledCells : 1),
          m_rest(1.0 - std::accumulate(probabilities.begin(), probabilities.end(), 0.0)) {}

    double rest() const { return m_rest; }

    CountBounds bounds(std::size_t cell, PointwiseTail tail) const {
        return countBounds(m_trials, m_probabilities[cell], tail,
                           m_many ? kExactBelowForMany : kExactBelow);
    }

    /// log of the joint coverage at a pointwise tail, by Levin's identity.
    double logCoverage(double tailProbability) const {
        const PointwiseTail tail = pointwise(tailProbability);
        const auto n = static_cast<double>(m_trials);
        BoundedPoisson sum;
        double sampledMean = 0.0;
        for (std::size_t cell = m_stride / 2; cell < m_probabilities.size(); cell += m_stride) {
            const double mean = n * m_probabilities[cell];
            sampledMean += mean * static_cast<double>(m_stride);
            if (mean > 0.0)
                sum.add(boundedPoisson(mean, bounds(cell, tail)), static_cast<double>(m_stride));
        }
        const double unbounded = std::max(n - sampledMean, 0.0);
        sum.add({0.0, 0.0, unbounded, unbounded, unbounded}, 1.0);
        return sum.logProbability + logOfFixedSum(sum, n);
    }

  private:
    /// log(n!/(n^n e^-n) Pr(W = n)).
    static double logOfFixedSum(const BoundedPoisson& sum, double n) {
        const double scale = std::sqrt(sum.variance);
        if (scale == 0.0)
            return 0.0;
        const double z = -sum.meanShift / scale;
        const double skewness = sum.thirdCumulant / (sum.variance * scale);
        const double excess = sum.fourthCumulant / (sum.variance * sum.variance);
        const double z2 = z * z;
        const double series = 1.0 + skewness * (z2 - 3.0) * z / 6.0 +
                              excess * (z2 * z2 - 6.0 * z2 + 3.0) / 24.0 +
                              skewness * skewness * (((z2 - 15.0) * z2 + 45.0) * z2 - 15.0) / 72.0;
        return stirlingError(n) + 0.5 * std::log(n / sum.variance) - 0.5 * z2 +
               std::log(std::max(series, 0.1));
    }

    std::span<const double> m_probabilities;
    std::int64_t m_trials;
    bool m_many;
    std::size_t m_stride;
    double m_rest;
};

struct FoundTail {
    double tail = 0.0;
    double logCoverage = 0.0;
};

/// The largest tail whose joint coverage reaches the level, between Bonferroni's and a single
/// cell's.
FoundTail largestTail(const BandSearch& search, std::size_t cells, double level) {
    const double target = std::log(level);
    double low = 0.5 * (1.0 - level) / static_cast<double>(cells);
    double high = 0.5 * (1.0 - level);
    FoundTail best{low, search.logCoverage(low)};
    double guess = low * target / std::min(best.logCoverage, 0.01 * target);
    for (int step = 0; step < kMostSteps && high > low * kTailPrecision; ++step) {
        if (!(guess > low && guess < high))
            guess = std::sqrt(low * high);
        const double coverage = search.logCoverage(guess);
        if (coverage < target) {
            high = guess;
        } else {
            low = guess;
            best = {guess, coverage};
            if (coverage < 0.98 * target)
                break;
        }
        // Coverage is lost about in proportion to the tail.
        guess *= 0.995 * target / std::min(coverage, 0.01 * target);
    }
    return best;
}

void check(std::span<const double> probabilities, std::int64_t trials, double level) {
    if (trials < 0)
        throw std::invalid_argument("simultaneousBand: trials must not be negative");
    if (!(level > 0.0 && level < 1.0))
        throw std::invalid_argument("simultaneousBand: level must lie in (0, 1)");
    double sum = 0.0;
    for (const double p : probabilities) {
        if (!(p >= 0.0 && p <= 1.0))
            throw std::invalid_argument("simultaneousBand: probabilities must lie in [0, 1]");
        sum += p;
    }
    if (sum > 1.0 + 1e-9)
        throw std::invalid_argument("simultaneousBand: probabilities must not sum to more than 1");
}

} // namespace

CountBand simultaneousBand(std::span<const double> probabilities, std::int64_t trials,
                           double level) {
    check(probabilities, trials, level);
    CountBand band;
    band.low.assign(probabilities.size(), 0);
    band.high.assign(probabilities.size(), 0);
    band.jointCoverage = 1.0;
    if (trials == 0 || probabilities.empty())
        return band;

    const BandSearch search(probabilities, trials);
    const auto possible = static_cast<std::size_t>(std::count_if(
        probabilities.begin(), probabilities.end(), [](double p) { return p > 0.0; }));
    constexpr double kNoRest = 1e-12;
    const bool mirrored = possible + (search.rest() > kNoRest ? 1 : 0) <= 2;
    const FoundTail found = mirrored ? FoundTail{0.5 * (1.0 - level), std::log(level)}
                                     : largestTail(search, possible, level);
    band.pointwiseTail = found.tail;
    band.jointCoverage = std::exp(std::min(found.logCoverage, 0.0));
    const PointwiseTail tail = pointwise(found.tail);
    for (std::size_t cell = 0; cell < probabilities.size(); ++cell) {
        const CountBounds bounds = search.bounds(cell, tail);
        band.low[cell] = bounds.low;
        band.high[cell] = bounds.high;
    }
    return band;
}

} // namespace plumbline
