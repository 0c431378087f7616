#include "core/statistics/correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace plumbline {

void JointSums::merge(const JointSums& other) {
    if (other.m_originA != m_originA || other.m_originB != m_originB)
        throw std::invalid_argument("JointSums::merge: other must have the same origins");
    m_pairs += other.m_pairs;
    m_sumA += other.m_sumA;
    m_sumB += other.m_sumB;
    m_squaresA += other.m_squaresA;
    m_squaresB += other.m_squaresB;
    m_products += other.m_products;
}

double JointSums::centred(WideInteger products, WideInteger sumX, WideInteger sumY) const {
    const auto n = static_cast<double>(m_pairs);
    return static_cast<double>(products) -
           static_cast<double>(sumX) * (static_cast<double>(sumY) / n);
}

double JointSums::correlation() const {
    constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
    if (m_pairs < 2)
        return kUndefined;
    const double squaresA = centred(m_squaresA, m_sumA, m_sumA);
    const double squaresB = centred(m_squaresB, m_sumB, m_sumB);
    if (!(squaresA > 0) || !(squaresB > 0))
        return kUndefined;
    const double r = centred(m_products, m_sumA, m_sumB) / (std::sqrt(squaresA) * std::sqrt(squaresB));
    return std::clamp(r, -1.0, 1.0);
}

double correlationPValue(double r, std::int64_t pairs) {
    return std::erfc(std::fabs(r) * std::sqrt(static_cast<double>(pairs)) / std::numbers::sqrt2);
}

} // namespace plumbline
