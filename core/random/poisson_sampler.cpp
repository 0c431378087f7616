#include "core/random/poisson_sampler.h"

#include "core/numeric/elementary.h"
#include "core/random/log_mass.h"

#include <cmath>
#include <stdexcept>

namespace plumbline {
namespace {

constexpr double kSmallestRejectionMean = 10;
constexpr double kLargestMean = 1e15;

std::int64_t drawByInversion(Stream& stream, double mean) {
    double left = stream.nextUniform();
    if (left <= 1 - mean)
        return 0;
    double mass = portableExp(-mean);
    double k = 0;
    while (left > mass) {
        left -= mass;
        k += 1;
        mass *= mean / k;
        if (k > mean && mass < left * 0x1p-53)
            break;
    }
    return static_cast<std::int64_t>(k);
}

std::int64_t drawByRejection(Stream& stream, double mean) {
    const double b = 0.931 + 2.53 * std::sqrt(mean);
    const double a = -0.059 + 0.02483 * b;
    const double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    const double squeeze = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
        const double u = stream.nextUniform() - 0.5;
        const double v = stream.nextUniform();
        const double us = 0.5 - std::abs(u);
        const double k = std::floor((2 * a / us + b) * u + mean + 0.43);
        if (us >= 0.07 && v <= squeeze)
            return static_cast<std::int64_t>(k);
        if (k < 0 || (us < 0.013 && v > us))
            continue;
        if (portableLog(v * inverseAlpha / (a / (us * us) + b)) <= poissonLogMass(k, mean))
            return static_cast<std::int64_t>(k);
    }
}

} // namespace

std::int64_t drawPoisson(Stream& stream, double mean) {
    if (!(mean >= 0 && mean <= kLargestMean))
        throw std::invalid_argument("drawPoisson: mean must lie in [0, 1e15]");
    return mean < kSmallestRejectionMean ? drawByInversion(stream, mean)
                                         : drawByRejection(stream, mean);
}

} // namespace plumbline
