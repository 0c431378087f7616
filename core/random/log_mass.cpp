#include "core/random/log_mass.h"

#include "core/numeric/elementary.h"
#include "core/numeric/saddle_point.h"

#include <cmath>

namespace plumbline {
namespace {

constexpr double kTwoPi = 0x1.921fb54442d18p+2;

double deviance(double x, double difference) {
    return -x * portableLog1pMinusX(-difference / x);
}

/// x - n p.
double excess(double x, double n, double p) {
    const double product = n * p;
    return (x - product) - std::fma(n, p, -product);
}

} // namespace

double binomialLogMass(double k, double n, double p, double q) {
    if (k == 0)
        return n * (p < 0.5 ? portableLog1p(-p) : portableLog(q));
    if (k == n)
        return n * (q < 0.5 ? portableLog1p(-q) : portableLog(p));
    const double difference = excess(k, n, p);
    const double failures = n - k;
    return 0.5 * portableLog(n / (kTwoPi * k * failures)) + stirlingError(n) - stirlingError(k) -
           stirlingError(failures) - deviance(k, difference) - deviance(failures, -difference);
}

double poissonLogMass(double k, double mean) {
    if (k == 0)
        return -mean;
    return -0.5 * portableLog(kTwoPi * k) - stirlingError(k) - deviance(k, k - mean);
}

} // namespace plumbline
