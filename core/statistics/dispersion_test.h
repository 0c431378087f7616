#pragma once

#include "core/statistics/sample_moments.h"

#include <optional>

namespace plumbline {

/**
 * Whether counts vary as much as a Poisson law of their mean says (Fisher 1922). The normal law
 * needs many draws and a mean of a few; for rare counts small p-values are far too small.
 */
struct DispersionTest {
    double index = 0.0;     ///< variance over mean, 1 for Poisson counts
    double statistic = 0.0; ///< (index - 1) sqrt((n-1)/2), near N(0,1) for Poisson counts
    double pValue = 0.0;    ///< two-sided
};

/// Unset below two draws or where the mean is not positive.
std::optional<DispersionTest> dispersionTest(const SampleMoments& sample);

/**
 * 18/q^2: so many trials of Binomial(M, q) shift the statistic by 3 standard deviations, -q
 * sqrt(N/2), so that the Poisson approximation begins to fail visibly. Infinite for q = 0.
 */
double trialsUntilDispersionShows(double q);

} // namespace plumbline
