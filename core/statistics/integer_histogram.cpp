#include "core/statistics/integer_histogram.h"

#include "core/numeric/int128.h"

#include <limits>
#include <stdexcept>

namespace plumbline {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

} // namespace

IntegerHistogram::IntegerHistogram(std::int64_t first, std::int64_t last) : m_first(first) {
    if (last < first)
        throw std::invalid_argument("IntegerHistogram: last must not be below first");
    m_cells.assign(static_cast<std::size_t>(last - first) + 1, 0);
}

void IntegerHistogram::addOutside(std::int64_t value, std::int64_t times) {
    if (times != 0)
        m_outside[value] += times;
}

template <typename Visitor>
void IntegerHistogram::forEach(const Visitor& visit) const {
    auto outside = m_outside.begin();
    for (; outside != m_outside.end() && outside->first < m_first; ++outside)
        visit(outside->first, outside->second);
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell)
        if (m_cells[cell] != 0)
            visit(m_first + static_cast<std::int64_t>(cell), m_cells[cell]);
    for (; outside != m_outside.end(); ++outside)
        visit(outside->first, outside->second);
}

void IntegerHistogram::merge(const IntegerHistogram& other) {
    other.forEach([this](std::int64_t value, std::int64_t times) { add(value, times); });
}

std::int64_t IntegerHistogram::count(std::int64_t value) const {
    if (value >= m_first && value <= last())
        return m_cells[static_cast<std::size_t>(value - m_first)];
    const auto found = m_outside.find(value);
    return found == m_outside.end() ? 0 : found->second;
}

std::int64_t IntegerHistogram::smallest() const {
    std::int64_t found = m_first;
    bool any = false;
    forEach([&](std::int64_t value, std::int64_t) {
        found = any ? found : value;
        any = true;
    });
    return found;
}

std::int64_t IntegerHistogram::largest() const {
    std::int64_t found = last();
    forEach([&](std::int64_t value, std::int64_t) { found = value; });
    return found;
}

SampleMoments IntegerHistogram::moments() const {
    if (m_total == 0)
        return {0, kNaN, kNaN, kNaN, kNaN};
    Int128 sum = 0;
    forEach([&](std::int64_t value, std::int64_t times) {
        sum += (static_cast<Int128>(value) - m_first) * times;
    });
    // Squares about the nearest whole number to the mean keep everything exact and small.
    const Int128 shift = roundedQuotient(sum, m_total);
    const auto centre = m_first + static_cast<std::int64_t>(shift);
    const auto rest = static_cast<double>(sum - shift * m_total);
    Int128 squares = 0;
    forEach([&](std::int64_t value, std::int64_t times) {
        const Int128 offset = static_cast<Int128>(value) - centre;
        squares += offset * offset * times;
    });
    const auto n = static_cast<double>(m_total);
    SampleMoments moments{m_total, static_cast<double>(centre) + rest / n, kNaN, 0.0, 0.0};
    if (m_total > 1)
        moments.variance = (static_cast<double>(squares) - rest * (rest / n)) / (n - 1.0);
    forEach([&](std::int64_t value, std::int64_t times) {
        const double offset = static_cast<double>(value - centre) - rest / n;
        const double cube = offset * offset * offset * static_cast<double>(times) / n;
        moments.thirdCentralMoment += cube;
        moments.fourthCentralMoment += cube * offset;
    });
    return moments;
}

GroupedCounts IntegerHistogram::grouped(std::int64_t origin, std::int64_t width,
                                        std::int64_t cells) const {
    if (width < 1 || cells < 1)
        throw std::invalid_argument("IntegerHistogram::grouped: width and cells must be positive");
    GroupedCounts groups{std::vector<std::int64_t>(static_cast<std::size_t>(cells), 0), 0, 0};
    forEach([&](std::int64_t value, std::int64_t times) {
        if (value < origin)
            groups.below += times;
        else if (const std::int64_t cell = (value - origin) / width; cell >= cells)
            groups.above += times;
        else
            groups.cells[static_cast<std::size_t>(cell)] += times;
    });
    return groups;
}

} // namespace plumbline
