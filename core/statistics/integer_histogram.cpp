#include "core/statistics/integer_histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace plumbline {

namespace {

__extension__ typedef __int128 WideInteger; // sums of 2^62 products of 64-bit integers

} // namespace

/// Exact sums about a whole number near the mean, where nothing cancels.
struct IntegerHistogram::Sums {
    std::int64_t centre = 0;
    double offset = 0;  ///< sum of (value - centre)
    double squares = 0; ///< sum of (value - centre)^2
};

IntegerHistogram::IntegerHistogram(std::int64_t first, std::int64_t last) : m_first(first) {
    if (last < first)
        throw std::invalid_argument("IntegerHistogram: last must not be below first");
    m_cells.resize(static_cast<std::size_t>(last - first) + 1);
}

void IntegerHistogram::merge(const IntegerHistogram& other) {
    if (other.m_first != m_first || other.m_cells.size() != m_cells.size())
        throw std::invalid_argument("IntegerHistogram::merge: other must have the same window");
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        m_cells[i] += other.m_cells[i];
    for (const auto& [value, count] : other.m_outside)
        m_outside[value] += count;
    m_total += other.m_total;
}

void IntegerHistogram::clear() {
    std::ranges::fill(m_cells, 0);
    m_outside.clear();
    m_total = 0;
}

std::int64_t IntegerHistogram::count(std::int64_t value) const {
    if (value >= first() && value <= last())
        return m_cells[static_cast<std::size_t>(value - m_first)];
    const auto found = m_outside.find(value);
    return found == m_outside.end() ? 0 : found->second;
}

IntegerHistogram::Sums IntegerHistogram::sums() const {
    WideInteger total = 0;
    visit([&](std::int64_t value, std::int64_t times) {
        total += static_cast<WideInteger>(value) * times;
    });
    Sums result;
    result.centre = std::llround(static_cast<double>(total) / static_cast<double>(m_total));
    const WideInteger offset = total - static_cast<WideInteger>(result.centre) * m_total;
    WideInteger squares = 0;
    visit([&](std::int64_t value, std::int64_t times) {
        const WideInteger deviation = value - result.centre;
        squares += deviation * deviation * times;
    });
    result.offset = static_cast<double>(offset);
    result.squares = static_cast<double>(squares);
    return result;
}

double IntegerHistogram::mean() const {
    if (m_total == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const Sums s = sums();
    return static_cast<double>(s.centre) + s.offset / static_cast<double>(m_total);
}

double IntegerHistogram::variance() const {
    if (m_total < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const Sums s = sums();
    const auto n = static_cast<double>(m_total);
    return (s.squares - s.offset * (s.offset / n)) / (n - 1);
}

} // namespace plumbline
