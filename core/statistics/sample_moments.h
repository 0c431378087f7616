#pragma once

#include <cstdint>

namespace plumbline {

/**
 * Moments of a sample. The variance is unbiased (divided by count - 1), the third and fourth
 * central moments are averages (divided by count). An empty sample has mean NaN; one of a single
 * value has variance NaN.
 */
struct SampleMoments {
    std::int64_t count = 0;
    double mean = 0.0;
    double variance = 0.0;
    double thirdCentralMoment = 0.0;
    double fourthCentralMoment = 0.0;

    bool operator==(const SampleMoments&) const = default;
};

/// Of the mean of `count` draws with that variance: sqrt(variance/count). NaN for count 0.
double meanStandardError(double variance, std::int64_t count);

/**
 * Of the unbiased variance of `count` draws: sqrt((mu4 - variance^2 (n-3)/(n-1))/n) (Cramer 1946,
 * 27.4), from a law's moments or, as an estimate, a sample's. NaN below two draws.
 */
double varianceStandardError(double variance, double fourthCentralMoment, std::int64_t count);

} // namespace plumbline
