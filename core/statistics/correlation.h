#pragma once

#include <cstdint>

namespace plumbline {

/**
 * Sums of pairs of whole numbers about fixed origins, exact in 128 bits: the order of adding and the
 * number of merged parts cannot change a result. Origins near the means keep all digits. Deviations
 * up to 2^32 and 2^62 pairs fit.
 */
class JointSums {
  public:
    JointSums() = default;
    JointSums(std::int64_t originA, std::int64_t originB) : m_originA(originA), m_originB(originB) {}

    void add(std::int64_t a, std::int64_t b) {
        const WideInteger deviationA = a - m_originA;
        const WideInteger deviationB = b - m_originB;
        ++m_pairs;
        m_sumA += deviationA;
        m_sumB += deviationB;
        m_squaresA += deviationA * deviationA;
        m_squaresB += deviationB * deviationB;
        m_products += deviationA * deviationB;
    }

    /// Throws std::invalid_argument for other origins.
    void merge(const JointSums& other);

    /// No pairs yet, about the same origins.
    JointSums emptyCopy() const { return {m_originA, m_originB}; }

    std::int64_t pairs() const { return m_pairs; }

    /// Pearson's r in [-1, 1]; NaN for fewer than two pairs or where one of the two never varies.
    double correlation() const;

  private:
    __extension__ typedef __int128 WideInteger;

    double centred(WideInteger products, WideInteger sumX, WideInteger sumY) const;

    std::int64_t m_originA = 0;
    std::int64_t m_originB = 0;
    std::int64_t m_pairs = 0;
    WideInteger m_sumA = 0;
    WideInteger m_sumB = 0;
    WideInteger m_squaresA = 0;
    WideInteger m_squaresB = 0;
    WideInteger m_products = 0;
};

/**
 * Two-sided p-value of r under independence, from sqrt(N) r ~ N(0, 1), which holds for large N and
 * any two laws of finite variance. NaN for a NaN r.
 */
double correlationPValue(double r, std::int64_t pairs);

} // namespace plumbline
