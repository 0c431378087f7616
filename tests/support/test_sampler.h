#pragma once

#include "core/distributions/count_law.h"
#include "core/statistics/integer_histogram.h"

#include <cstdint>
#include <vector>

namespace plumbline::test {

/// SplitMix64 (Steele, Lea and Flood 2014): a generator for tests, apart from the program's own.
class SplitMix {
  public:
    explicit SplitMix(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    /// In (0, 1).
    double uniform() { return (static_cast<double>(next() >> 12) + 0.5) * 0x1p-52; }

  private:
    std::uint64_t m_state;
};

/// Draws from a law by searching its cumulated probabilities, which leave out 1e-15 on either side.
class LawSampler {
  public:
    explicit LawSampler(const CountLaw& law);

    std::int64_t draw(SplitMix& random) const;
    std::int64_t first() const { return m_first; }
    std::int64_t last() const {
        return m_first + static_cast<std::int64_t>(m_cumulated.size()) - 1;
    }
    const std::vector<double>& probabilities() const { return m_probabilities; }
    IntegerHistogram histogram(std::int64_t draws, SplitMix& random) const;

  private:
    std::int64_t m_first = 0;
    std::vector<double> m_probabilities;
    std::vector<double> m_cumulated;
    std::vector<std::size_t> m_guide; ///< where to begin the search, for 1024 parts of (0, 1)
};

/// Kolmogorov's sqrt(n) sup |F_n - F| of numbers that should be uniform on (0, 1).
double uniformityStatistic(std::vector<double> values);

/// Exceeded by a continuous uniform law in 1 of 1000 tests (Kolmogorov 1933).
inline constexpr double kUniformityBound = 1.95;

} // namespace plumbline::test
