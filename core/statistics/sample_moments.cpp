#include "core/statistics/sample_moments.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline {

double meanStandardError(double variance, std::int64_t count) {
    return std::sqrt(variance / static_cast<double>(count));
}

double varianceStandardError(double variance, double fourthCentralMoment, std::int64_t count) {
    if (count < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const auto n = static_cast<double>(count);
    const double squared = (fourthCentralMoment - variance * variance * (n - 3.0) / (n - 1.0)) / n;
    return std::isnan(squared) ? squared : std::sqrt(std::max(squared, 0.0));
}

} // namespace plumbline
