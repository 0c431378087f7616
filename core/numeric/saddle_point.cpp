#include "core/numeric/saddle_point.h"

#include <array>
#include <cmath>
#include <stdexcept>

namespace plumbline {

namespace {

/// Computed with mpmath at 50 digits.
constexpr std::array<double, 16> kStirlingErrors = {
    0.0,                      // 0: not defined
    0.08106146679532725822,   // 1
    0.041340695955409294094,  // 2
    0.027677925684998339149,  // 3
    0.020790672103765093112,  // 4
    0.016644691189821192163,  // 5
    0.013876128823070747999,  // 6
    0.011896709945891770095,  // 7
    0.010411265261972096497,  // 8
    0.0092554621827127329177, // 9
    0.0083305634333628712565, // 10
    0.007573675487951840795,  // 11
    0.0069428401072095298657, // 12
    0.0064089941880042070684, // 13
    0.0059513701127588477356, // 14
    0.005554733551962801371,  // 15
};

} // namespace

double stirlingError(double x) {
    if (!(x >= 16.0)) {
        if (!(x >= 1.0) || x != std::floor(x))
            throw std::domain_error("stirlingError: x must be a whole number or at least 16");
        return kStirlingErrors[static_cast<std::size_t>(x)];
    }
    // Bernoulli numbers over 2j (2j - 1); the first term left out is below 2e-18.
    const double s = 1.0 / (x * x);
    return (1.0 / 12 -
            s * (1.0 / 360 -
                 s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360)))))) /
           x;
}

DoubleDouble deviance(double x, DoubleDouble m, DoubleDouble difference) {
    const DoubleDouble count(x);
    if (std::fabs(difference.hi) <= 0.5 * x)
        return -(count * log1pMinusX(-difference / count));
    return count * (log(count) - log(m)) - difference;
}

} // namespace plumbline
