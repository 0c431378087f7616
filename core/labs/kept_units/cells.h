#pragma once

#include "core/distributions/count_law.h"
#include "core/statistics/integer_histogram.h"

#include <cstdint>
#include <vector>

namespace plumbline::kept_units {

/// Whole numbers first, first + 1 ... last.
struct CountRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t size() const { return last - first + 1; }
    bool operator==(const CountRange&) const = default;
};

/// Every integer within 8 standard deviations of the law's mean, inside its support.
CountRange eightSigma(const CountLaw& law);

/**
 * Neighbouring counts taken together: cell i holds first + i width ... first + (i + 1) width - 1.
 * width is 1 unless the range has more than mostCells counts.
 */
class CellGrid {
  public:
    CellGrid(CountRange range, std::int64_t mostCells);

    std::int64_t width() const { return m_width; }
    std::size_t size() const { return m_size; }

    /// The middle of each cell.
    std::vector<double> centres() const;

    /// The law's probability of each cell.
    std::vector<double> probabilities(const CountLaw& law) const;

    /// How many of the counts lie in each cell; what lies outside all of them is left out.
    std::vector<std::int64_t> counts(const IntegerHistogram& histogram) const;

    std::int64_t first() const { return m_first; }
    std::int64_t last() const { return m_first + m_width * static_cast<std::int64_t>(m_size) - 1; }

  private:
    std::int64_t m_first;
    std::int64_t m_width;
    std::size_t m_size;
};

} // namespace plumbline::kept_units
