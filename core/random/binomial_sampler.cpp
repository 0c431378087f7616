#include "core/random/binomial_sampler.h"

#include "core/numeric/elementary.h"
#include "core/random/log_mass.h"

#include <cmath>
#include <stdexcept>

namespace plumbline {
namespace {

constexpr double kSmallestRejectionMean = 10;

/// For n p < 10. P(K = 0) = q^n >= 1 - n p, so most draws of rare events need no exponential.
std::int64_t drawByInversion(Stream& stream, double n, double p, double q) {
    double left = stream.nextUniform();
    if (left <= 1 - n * p)
        return 0;
    double mass = portableExp(n * portableLog1p(-p));
    const double odds = p / q;
    double k = 0;
    while (left > mass && k < n) {
        left -= mass;
        k += 1;
        mass *= (n - k + 1) / k * odds;
        if (k > n * p && mass < left * 0x1p-53)
            break;
    }
    return static_cast<std::int64_t>(k);
}

/// Hormann's constants for p <= 1/2, n p >= 10.
std::int64_t drawByRejection(Stream& stream, double n, double p, double q) {
    const double deviation = std::sqrt(n * p * q);
    const double b = 1.15 + 2.53 * deviation;
    const double a = -0.0873 + 0.0248 * b + 0.01 * p;
    const double centre = n * p + 0.5;
    const double squeeze = 0.92 - 4.2 / b;
    const double alpha = (2.83 + 5.1 / b) * deviation;
    for (;;) {
        const double u = stream.nextUniform() - 0.5;
        const double v = stream.nextUniform();
        const double us = 0.5 - std::abs(u);
        const double k = std::floor((2 * a / us + b) * u + centre);
        if (us >= 0.07 && v <= squeeze)
            return static_cast<std::int64_t>(k);
        if (k < 0 || k > n)
            continue;
        const double mode = std::floor((n + 1) * p);
        const double acceptance = portableLog(v * alpha / (a / (us * us) + b));
        if (acceptance <= binomialLogMass(k, n, p, q) - binomialLogMass(mode, n, p, q))
            return static_cast<std::int64_t>(k);
    }
}

/// For p <= 1/2.
std::int64_t draw(Stream& stream, std::int64_t n, double p, double q) {
    const auto trials = static_cast<double>(n);
    if (n == 0 || p == 0)
        return 0;
    return trials * p < kSmallestRejectionMean ? drawByInversion(stream, trials, p, q)
                                               : drawByRejection(stream, trials, p, q);
}

} // namespace

std::int64_t drawBinomial(Stream& stream, std::int64_t n, double success, double failure) {
    constexpr std::int64_t kLargestN = std::int64_t{1} << 52;
    if (n < 0 || n > kLargestN)
        throw std::invalid_argument("drawBinomial: n must lie in [0, 2^52]");
    if (!(success >= 0 && failure >= 0 && std::abs(success + failure - 1) <= 1e-9))
        throw std::invalid_argument("drawBinomial: success and failure must add up to 1");
    return success <= failure ? draw(stream, n, success, failure)
                              : n - draw(stream, n, failure, success);
}

} // namespace plumbline
