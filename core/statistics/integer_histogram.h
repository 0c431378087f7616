#pragma once

#include "core/statistics/cell_counts.h"
#include "core/statistics/sample_moments.h"

#include <cstdint>
#include <map>
#include <vector>

namespace plumbline {

/**
 * How often each whole number was seen. Values inside the window [first, last] cost one addition;
 * others go to an ordered map, so nothing is ever lost or clipped. Adding is exact: the order, and
 * the threads that counted, leave no trace.
 */
class IntegerHistogram {
  public:
    /// Throws std::invalid_argument if last < first.
    IntegerHistogram(std::int64_t first, std::int64_t last);

    void add(std::int64_t value, std::int64_t times = 1) {
        const auto cell = static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(m_first);
        if (cell < m_cells.size())
            m_cells[cell] += times;
        else
            addOutside(value, times);
        m_total += times;
    }

    /// Adds all counts of another histogram; the windows may differ.
    void merge(const IntegerHistogram& other);

    std::int64_t first() const { return m_first; }
    std::int64_t last() const { return m_first + static_cast<std::int64_t>(m_cells.size()) - 1; }
    std::int64_t total() const { return m_total; }
    std::int64_t count(std::int64_t value) const;
    /// Counts of first() ... last().
    const std::vector<std::int64_t>& cells() const { return m_cells; }
    /// Counts outside the window, by value; never 0.
    const std::map<std::int64_t, std::int64_t>& outside() const { return m_outside; }

    /// The smallest and the largest value seen; first() and last() of an empty histogram.
    std::int64_t smallest() const;
    std::int64_t largest() const;

    /**
     * From exact 128-bit integer sums of first and second powers, rounded once (while total times
     * range^2 stays below 2^126); higher moments in double, from the smallest value up.
     */
    SampleMoments moments() const;

    /**
     * Counts in `cells` equal cells of `width` values, the first starting at `origin`, and all that
     * lies below and above them. Throws std::invalid_argument if width or cells is below 1.
     */
    GroupedCounts grouped(std::int64_t origin, std::int64_t width, std::int64_t cells) const;

    bool operator==(const IntegerHistogram&) const = default;

  private:
    void addOutside(std::int64_t value, std::int64_t times);
    template <typename Visitor>
    void forEach(const Visitor& visit) const;

    std::int64_t m_first = 0;
    std::int64_t m_total = 0;
    std::vector<std::int64_t> m_cells;
    std::map<std::int64_t, std::int64_t> m_outside;
};

} // namespace plumbline
