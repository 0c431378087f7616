#pragma once

#include "core/numeric/int128.h"

#include <cstdint>
#include <optional>

namespace plumbline {

/// The normal law needs many pairs and no rare counts; see covarianceTolerance() for those.
struct CorrelationTest {
    double correlation = 0.0;
    double statistic = 0.0; ///< sqrt(n) r, near N(0,1) for independent pairs
    double pValue = 0.0;    ///< two-sided
};

/**
 * Pearson's correlation of pairs of whole numbers from exact sums: merging in any order gives the
 * same bits. Numbers are taken relative to an origin near their means; sums are exact while
 * n max|x - origin|^2 stays below 2^126.
 */
class PairSums {
  public:
    explicit PairSums(std::int64_t originX = 0, std::int64_t originY = 0)
        : m_originX(originX), m_originY(originY) {}

    void add(std::int64_t x, std::int64_t y, std::int64_t times = 1);

    /// Throws std::invalid_argument if the origins differ.
    void merge(const PairSums& other);

    std::int64_t count() const { return m_count; }

    /// Average products of deviations from the means (divided by n); NaN without a pair.
    double covariance() const;
    double varianceX() const;
    double varianceY() const;

    /// Unset below two pairs or if either number never varies.
    std::optional<CorrelationTest> test() const;

    bool operator==(const PairSums&) const = default;

  private:
    double centred(Int128 products, Int128 sumA, Int128 sumB) const;

    std::int64_t m_originX;
    std::int64_t m_originY;
    std::int64_t m_count = 0;
    Int128 m_x = 0;
    Int128 m_y = 0;
    Int128 m_xx = 0;
    Int128 m_yy = 0;
    Int128 m_xy = 0;
};

} // namespace plumbline
