#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace plumbline {

/**
 * Counts of whole numbers: an array over a window where nearly all of them fall, an ordered map for
 * the rest. All sums are exact integers, so neither the order of adding nor the number of parts
 * that were merged can change a result. Total at most 2^62; values at most 2^40 in size, so that
 * moments fit into 128 bits about the window's middle.
 */
class IntegerHistogram {
  public:
    /// An empty histogram with the window [first, last]; throws std::invalid_argument if last < first.
    IntegerHistogram(std::int64_t first, std::int64_t last);

    void add(std::int64_t value, std::int64_t times = 1) {
        const auto cell = static_cast<std::uint64_t>(value - m_first);
        if (cell < m_cells.size())
            m_cells[cell] += times;
        else
            m_outside[value] += times;
        m_total += times;
    }

    /// Adds all that the other has counted. Throws std::invalid_argument for another window.
    void merge(const IntegerHistogram& other);

    void clear();

    std::int64_t first() const { return m_first; }
    std::int64_t last() const { return m_first + static_cast<std::int64_t>(m_cells.size()) - 1; }
    std::int64_t total() const { return m_total; }
    std::int64_t count(std::int64_t value) const;

    /// The window's counts, first() first.
    const std::vector<std::int64_t>& cells() const { return m_cells; }
    /// What fell outside the window.
    const std::map<std::int64_t, std::int64_t>& outside() const { return m_outside; }

    /// Calls visitor(value, count) for every value counted at least once, window first.
    template <class Visitor>
    void visit(Visitor&& visitor) const {
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            if (m_cells[i] != 0)
                visitor(m_first + static_cast<std::int64_t>(i), m_cells[i]);
        for (const auto& [value, count] : m_outside)
            visitor(value, count);
    }

    /// Sum of all values over their number; NaN when empty.
    double mean() const;

    /// Sum of squared deviations from the mean over total - 1; NaN for fewer than two values.
    double variance() const;

    bool operator==(const IntegerHistogram&) const = default;

  private:
    struct Sums;
    Sums sums() const;

    std::int64_t m_first;
    std::vector<std::int64_t> m_cells;
    std::map<std::int64_t, std::int64_t> m_outside;
    std::int64_t m_total = 0;
};

} // namespace plumbline
