#pragma once

#include "core/distributions/count_law.h"
#include "core/statistics/cell_counts.h"
#include "core/statistics/integer_histogram.h"

#include <cstddef>
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

/// What a picture of the law shows: all but 1e-6 on each side, or the whole of a small support.
CountRange shownRange(const CountLaw& law);

/// A law over the cells of a grid and outside of it.
struct CellLaw {
    std::vector<double> probabilities;
    double below = 0;
    double above = 0;
};

/**
 * Neighbouring counts taken together: cell i holds first + i width ... first + (i + 1) width - 1.
 * width is 1 unless the range has more than mostCells counts.
 */
class CellGrid {
  public:
    CellGrid(CountRange range, std::int64_t mostCells);

    std::int64_t width() const { return m_width; }
    std::size_t size() const { return m_size; }
    std::int64_t first() const { return m_first; }
    std::int64_t last() const { return m_first + m_width * static_cast<std::int64_t>(m_size) - 1; }

    /// The middle of each cell.
    std::vector<double> centres() const;

    CellLaw cellLaw(const CountLaw& law) const;

    GroupedCounts counts(const IntegerHistogram& histogram) const {
        return histogram.grouped(m_first, m_width, static_cast<std::int64_t>(m_size));
    }

  private:
    std::int64_t m_first;
    std::int64_t m_width;
    std::size_t m_size;
};

/// Both in one; they must outlive it.
CellComparison compared(const GroupedCounts& counts, const CellLaw& law);

} // namespace plumbline::kept_units
