#include "core/labs/kept_units/cells.h"

#include <algorithm>
#include <cmath>

namespace plumbline::kept_units {

CountRange eightSigma(const CountLaw& law) {
    const double spread = 8 * std::sqrt(law.variance());
    const double first = std::max(0.0, std::ceil(law.mean() - spread));
    const double last =
        std::min(static_cast<double>(law.maximum()), std::floor(law.mean() + spread));
    // A narrow law between two integers has none within its spread: take the nearest below.
    return {static_cast<std::int64_t>(std::min(first, last)), static_cast<std::int64_t>(last)};
}

CellGrid::CellGrid(CountRange range, std::int64_t mostCells)
    : m_width((range.size() + mostCells - 1) / mostCells) {
    // Aligned to the width, so that cells stay where they are while the range glides.
    m_first = range.first / m_width * m_width;
    m_size = static_cast<std::size_t>((range.last - m_first) / m_width + 1);
}

std::vector<double> CellGrid::centres() const {
    std::vector<double> result(m_size);
    for (std::size_t i = 0; i < m_size; ++i)
        result[i] = static_cast<double>(m_first + static_cast<std::int64_t>(i) * m_width) +
                    static_cast<double>(m_width - 1) / 2;
    return result;
}

std::vector<double> CellGrid::probabilities(const CountLaw& law) const {
    auto curve = law.curve(first(), last());
    if (m_width == 1)
        return curve;
    std::vector<double> result(m_size);
    for (std::size_t i = 0; i < curve.size(); ++i)
        result[i / static_cast<std::size_t>(m_width)] += curve[i];
    return result;
}

std::vector<std::int64_t> CellGrid::counts(const IntegerHistogram& histogram) const {
    std::vector<std::int64_t> result(m_size);
    histogram.visit([&](std::int64_t value, std::int64_t count) {
        if (value >= first() && value <= last())
            result[static_cast<std::size_t>((value - m_first) / m_width)] += count;
    });
    return result;
}

} // namespace plumbline::kept_units
