#include "core/distributions/normal.h"

#include <boost/math/special_functions/erf.hpp>

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace plumbline {

double normalDensity(double z) {
    return std::exp(-0.5 * z * z) * (0.5 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi);
}

double normalCdf(double z) {
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

double normalQuantile(double u) {
    if (!(u >= 0.0 && u <= 1.0))
        throw std::domain_error("normalQuantile: u must lie in [0, 1]");
    if (u == 0.0 || u == 1.0)
        return (u - 0.5) * std::numeric_limits<double>::infinity();
    return -std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * u);
}

} // namespace plumbline
