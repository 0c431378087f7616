#include "core/random/inversion_table.h"

#include "core/distributions/count_law.h"
#include "core/numeric/double_double.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>

namespace plumbline {
namespace {

/// floor(2^64 sum) for a sum of [0, 1).
std::uint64_t scaled(DoubleDouble sum) {
    const double high = sum.hi * 0x1p64;
    const double whole = std::floor(high);
    const double rest = std::floor((high - whole) + sum.lo * 0x1p64);
    return static_cast<std::uint64_t>(whole) +
           static_cast<std::uint64_t>(static_cast<std::int64_t>(rest));
}

double checkedTotal(std::span<const double> pmf) {
    constexpr double kSlack = 1e-6;
    double total = 0;
    for (const double probability : pmf) {
        if (!(probability >= 0))
            throw std::invalid_argument("InversionTable: pmf must not be negative");
        total += probability;
    }
    if (!(std::abs(total - 1) <= kSlack))
        throw std::invalid_argument("InversionTable: pmf must sum to 1");
    return total;
}

DoubleDouble plus(DoubleDouble sum, double term) {
    const DoubleDouble high = twoSum(sum.hi, term);
    return fastTwoSum(high.hi, high.lo + sum.lo);
}

/// 2^64 F(k) of every cell, modulo 2^64: a 0 is nothing below the median and 2^64 from there on.
struct Thresholds {
    std::vector<std::uint64_t> words;
    std::size_t median;
};

Thresholds thresholds(std::span<const double> pmf) {
    const double half = 0.5 * checkedTotal(pmf);
    Thresholds result{std::vector<std::uint64_t>(pmf.size()), 0};
    DoubleDouble below;
    std::size_t cell = 0;
    for (; cell + 1 < pmf.size(); ++cell) {
        below = plus(below, pmf[cell]);
        if (below.hi >= half)
            break;
        result.words[cell] = scaled(below);
    }
    result.median = cell;
    DoubleDouble above;
    for (std::size_t i = pmf.size(); i-- > cell;) {
        result.words[i] = 0 - scaled(above);
        above = plus(above, pmf[i]);
    }
    return result;
}

/// The furthest cell from the mode towards `limit` whose pmf is worth keeping; pmf falls that way.
std::int64_t furthestCell(const CountLaw& law, std::int64_t limit) {
    constexpr double kLeastProbability = 1e-22;
    const std::int64_t direction = limit < law.mode() ? -1 : 1;
    const std::int64_t distance = std::abs(limit - law.mode());
    const auto isKept = [&](std::int64_t steps) {
        return law.pmf(law.mode() + direction * steps) >= kLeastProbability;
    };
    std::int64_t kept = 0;
    std::int64_t lost = std::min<std::int64_t>(1, distance);
    while (lost < distance && isKept(lost)) {
        kept = lost;
        lost = lost > distance / 2 ? distance : 2 * lost;
    }
    if (isKept(lost))
        return limit;
    while (lost - kept > 1) {
        const std::int64_t middle = kept + (lost - kept) / 2;
        (isKept(middle) ? kept : lost) = middle;
    }
    return law.mode() + direction * kept;
}

} // namespace

InversionTable::InversionTable(std::int64_t first, std::span<const double> pmf) {
    const Thresholds bounds = thresholds(pmf);
    std::size_t begin = 0;
    while (begin < bounds.median && bounds.words[begin] == 0)
        ++begin;
    std::size_t end = bounds.median;
    while (bounds.words[end] != 0)
        ++end;
    m_first = first + static_cast<std::int64_t>(begin);
    for (std::size_t cell = begin; cell <= end; ++cell)
        m_largestWords.push_back(bounds.words[cell] - 1);
    buildGuide();
}

void InversionTable::buildGuide() {
    const std::size_t size = std::bit_ceil(m_largestWords.size());
    m_shift = 64 - std::countr_zero(size);
    m_guide.resize(size);
    std::uint32_t cell = 0;
    for (std::size_t entry = 0; entry < size; ++entry) {
        const std::uint64_t smallestWord = m_shift == 64 ? 0 : std::uint64_t{entry} << m_shift;
        while (smallestWord > m_largestWords[cell])
            ++cell;
        m_guide[entry] = cell;
    }
}

CountSupport supportOf(const CountLaw& law) {
    const std::int64_t first = furthestCell(law, 0);
    const std::int64_t last = furthestCell(law, law.maximum());
    return {first, law.curve(first, last)};
}

} // namespace plumbline
