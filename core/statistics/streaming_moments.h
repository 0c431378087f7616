#pragma once

#include "core/statistics/sample_moments.h"

#include <cstdint>

namespace plumbline {

/**
 * Moments to order 4 of a stream of real numbers in one pass (Welford 1962, Chan, Golub and LeVeque
 * 1979, Pebay 2008): no loss at large offsets. Floating point, so the same bytes need the same
 * blocks merged in the same order. A NaN or infinity leaves no moment finite.
 */
class StreamingMoments {
  public:
    void add(double x);

    /// As if the other's numbers had been added after this one's, up to rounding.
    void merge(const StreamingMoments& other);

    std::int64_t count() const { return m_count; }
    SampleMoments moments() const;

    /// Estimated from the sample itself; NaN below two numbers.
    double meanStandardError() const;
    double varianceStandardError() const;

    bool operator==(const StreamingMoments&) const = default;

  private:
    std::int64_t m_count = 0;
    double m_mean = 0.0;
    double m_squares = 0.0; ///< sums of powers of the deviation from the mean
    double m_cubes = 0.0;
    double m_fourths = 0.0;
};

} // namespace plumbline
