#include "core/statistics/dispersion_test.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace plumbline {

DispersionTest dispersionTest(double mean, double variance, std::int64_t counts) {
    constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
    if (counts < 2 || !(mean > 0))
        return {kUndefined, kUndefined, kUndefined, kUndefined};
    DispersionTest test;
    test.index = variance / mean;
    test.standardError = std::sqrt(2 / static_cast<double>(counts - 1));
    test.statistic = (test.index - 1) / test.standardError;
    test.pValue = std::erfc(std::fabs(test.statistic) / std::numbers::sqrt2);
    return test;
}

double visibleFromTrials(double keepProbability) {
    if (keepProbability == 0)
        return std::numeric_limits<double>::infinity();
    return 18 / keepProbability / keepProbability;
}

} // namespace plumbline
