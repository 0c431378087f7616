#include "core/labs/kept_units/cells.h"

#include <algorithm>
#include <cmath>

namespace plumbline::kept_units {

namespace {

constexpr double kHiddenTail = 1e-6;

/// Supports up to here are shown whole, impossible-looking counts included.
constexpr std::int64_t kSmallSupport = 30;

} // namespace

CountRange eightSigma(const CountLaw& law) {
    const double spread = 8 * std::sqrt(law.variance());
    const double first = std::max(0.0, std::ceil(law.mean() - spread));
    const double last =
        std::min(static_cast<double>(law.maximum()), std::floor(law.mean() + spread));
    // A narrow law between two integers has none within its spread: take the nearest below.
    return {static_cast<std::int64_t>(std::min(first, last)), static_cast<std::int64_t>(last)};
}

CountRange shownRange(const CountLaw& law) {
    if (law.maximum() <= kSmallSupport)
        return {0, law.maximum()};
    const std::int64_t first = law.quantile(kHiddenTail);
    const std::int64_t last = law.upperQuantile(kHiddenTail);
    return {std::max<std::int64_t>(first - 1, 0),
            std::min(std::max(last, first + 4) + 1, law.maximum())};
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

CellLaw CellGrid::cellLaw(const CountLaw& law) const {
    CellLaw result{.probabilities = std::vector<double>(m_size),
                   .below = law.cdf(m_first - 1),
                   .above = law.survival(last())};
    const auto curve = law.curve(m_first, last());
    for (std::size_t i = 0; i < curve.size(); ++i)
        result.probabilities[i / static_cast<std::size_t>(m_width)] += curve[i];
    return result;
}

CellComparison compared(const GroupedCounts& counts, const CellLaw& law) {
    return {.observed = counts.cells,
            .probabilities = law.probabilities,
            .observedBelow = counts.below,
            .observedAbove = counts.above,
            .probabilityBelow = law.below,
            .probabilityAbove = law.above};
}

} // namespace plumbline::kept_units
