#include "core/statistics/correlation.h"

#include "core/distributions/normal.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace plumbline {

void PairSums::add(std::int64_t x, std::int64_t y, std::int64_t times) {
    const Int128 a = static_cast<Int128>(x) - m_originX;
    const Int128 b = static_cast<Int128>(y) - m_originY;
    m_count += times;
    m_x += a * times;
    m_y += b * times;
    m_xx += a * a * times;
    m_yy += b * b * times;
    m_xy += a * b * times;
}

void PairSums::merge(const PairSums& other) {
    if (m_originX != other.m_originX || m_originY != other.m_originY)
        throw std::invalid_argument("PairSums::merge: origins must be equal");
    m_count += other.m_count;
    m_x += other.m_x;
    m_y += other.m_y;
    m_xx += other.m_xx;
    m_yy += other.m_yy;
    m_xy += other.m_xy;
}

/// (products - sumA sumB/n)/n, shifted to the nearest whole means first so that no digit is lost.
double PairSums::centred(Int128 products, Int128 sumA, Int128 sumB) const {
    const Int128 n = m_count;
    const Int128 shiftA = roundedQuotient(sumA, n);
    const Int128 shiftB = roundedQuotient(sumB, n);
    const Int128 restA = sumA - shiftA * n;
    const Int128 restB = sumB - shiftB * n;
    const Int128 shifted = products - shiftA * sumB - shiftB * restA;
    const auto count = static_cast<double>(m_count);
    // |restA restB| <= n^2/4 fits, and its whole multiples of n leave without rounding.
    const Int128 product = restA * restB;
    const Int128 whole = roundedQuotient(product, n);
    const double fraction = static_cast<double>(product - whole * n) / count;
    return (static_cast<double>(shifted - whole) - fraction) / count;
}

double PairSums::covariance() const {
    return m_count == 0 ? std::nan("") : centred(m_xy, m_x, m_y);
}

double PairSums::varianceX() const {
    return m_count == 0 ? std::nan("") : centred(m_xx, m_x, m_x);
}

double PairSums::varianceY() const {
    return m_count == 0 ? std::nan("") : centred(m_yy, m_y, m_y);
}

std::optional<CorrelationTest> PairSums::test() const {
    if (m_count < 2 || !(varianceX() > 0.0) || !(varianceY() > 0.0))
        return std::nullopt;
    CorrelationTest test;
    const double scale = std::sqrt(varianceX()) * std::sqrt(varianceY());
    test.correlation = std::clamp(covariance() / scale, -1.0, 1.0);
    test.statistic = std::sqrt(static_cast<double>(m_count)) * test.correlation;
    test.pValue = 2.0 * normalCdf(-std::fabs(test.statistic));
    return test;
}

} // namespace plumbline
