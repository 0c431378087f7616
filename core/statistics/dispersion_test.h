#pragma once

#include <cstdint>

namespace plumbline {

/**
 * Fisher's index of dispersion D = s^2 / xbar of N counts, which is 1 on average under a Poisson
 * law: (D - 1) sqrt((N - 1)/2) ~ N(0, 1) for large N (Fisher 1950).
 */
struct DispersionTest {
    double index = 0;         ///< D; NaN for fewer than two counts or a mean of 0
    double standardError = 0; ///< sqrt(2/(N - 1)) under a Poisson law
    double statistic = 0;     ///< (D - 1) / standardError
    double pValue = 0;        ///< two-sided
};

DispersionTest dispersionTest(double mean, double variance, std::int64_t counts);

/**
 * The N at which the statistic's mean under Binomial(M, q) is -3: D is 1 - q on average, so
 * N = 18/q^2 (+1, left out). Infinity for q = 0.
 */
double visibleFromTrials(double keepProbability);

} // namespace plumbline
