#pragma once

#include "core/distributions/count_law.h"

#include <cstdint>

/**
 * Thresholds for verdicts that are looked at while trials accumulate. They depend on N and on the
 * number of checks alone, and over all looks and all checks of a run a true law is called wrong in
 * fewer than kFalseAlarmsPerRun of the runs: that probability is spent evenly over checks and over
 * the octaves [2^j, 2^(j+1)) of N up to 2^40, and within an octave over its looks.
 */
namespace plumbline {

inline constexpr double kFalseAlarmsPerRun = 1e-3;

/// The two-sided level of one look at N = trials, so that an octave of looks keeps its share.
double sequentialAlpha(std::int64_t trials, int checks, double falseAlarmsPerRun = kFalseAlarmsPerRun);

/// The standard normal quantile that leaves half of sequentialAlpha() on each side.
double sequentialZ(std::int64_t trials, int checks, double falseAlarmsPerRun = kFalseAlarmsPerRun);

/**
 * How far the mean of `trials` draws from the law may lie from the law's mean at that two-sided level:
 * the larger of the two distances of exact quantiles of the sum, which is Binomial(N M, q) or
 * Poisson(N mu) again; Edgeworth's expansion where N M is beyond 2^62.
 */
double meanTolerance(const CountLaw& law, std::int64_t trials, double alpha);

/// sqrt((mu4 - sigma^4 (N-3)/(N-1)) / N), the standard deviation of the unbiased sample variance.
double varianceStandardError(const CountLaw& law, std::int64_t trials);

/**
 * The same for the unbiased sample variance, from a gamma law with its mean and variance, which has
 * the heavier tail where the law is skew. trials >= 2.
 */
double varianceTolerance(const CountLaw& law, std::int64_t trials, double alpha);

} // namespace plumbline
