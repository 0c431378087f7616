#include "core/statistics/dispersion_test.h"

#include "core/distributions/normal.h"

#include <cmath>

namespace plumbline {

std::optional<DispersionTest> dispersionTest(const SampleMoments& sample) {
    if (sample.count < 2 || !(sample.mean > 0.0))
        return std::nullopt;
    DispersionTest test;
    test.index = sample.variance / sample.mean;
    test.statistic = (test.index - 1.0) * std::sqrt(static_cast<double>(sample.count - 1) / 2.0);
    test.pValue = 2.0 * normalCdf(-std::fabs(test.statistic));
    return test;
}

double trialsUntilDispersionShows(double q) {
    return 18.0 / (q * q);
}

} // namespace plumbline
