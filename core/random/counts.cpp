#include "core/random/counts.h"

#include "core/distributions/binomial.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <stdexcept>

namespace plumbline {
namespace {

/// Words drawn at a time: enough for the vector kernel, few enough for the innermost cache.
constexpr std::size_t kBatch = 256;
using Batch = std::array<std::uint64_t, kBatch>;

InversionTable tableOf(const CountLaw& law) {
    const CountSupport support = supportOf(law);
    return InversionTable(support.first, support.pmf);
}

InversionTable keptTable(std::int64_t units, double dropProbability) {
    return tableOf(Binomial::keptUnits(units, dropProbability));
}

} // namespace

CountSampler::CountSampler(const StreamKey& key, const CountLaw& law)
    : m_key(key), m_table(tableOf(law)) {}

std::int64_t CountSampler::count(std::uint64_t trial) const {
    return m_table.quantile(streamWord(m_key, trial));
}

void CountSampler::counts(std::uint64_t firstTrial, std::span<std::int64_t> counts) const {
    Batch words;
    for (std::size_t done = 0; done < counts.size(); done += kBatch) {
        const std::size_t size = std::min(kBatch, counts.size() - done);
        fillWords(m_key, firstTrial + done, std::span(words).first(size));
        for (std::size_t i = 0; i < size; ++i)
            counts[done + i] = m_table.quantile(words[i]);
    }
}

void CountSampler::addToHistogram(std::uint64_t firstTrial, std::int64_t trials,
                                  std::span<std::int64_t> cells) const {
    if (static_cast<std::int64_t>(cells.size()) != last() - first() + 1)
        throw std::invalid_argument("CountSampler::addToHistogram: cells do not fit the law");
    Batch words;
    const auto batch = static_cast<std::int64_t>(kBatch);
    for (std::int64_t done = 0; done < trials; done += batch) {
        const auto size = static_cast<std::size_t>(std::min(batch, trials - done));
        fillWords(m_key, firstTrial + static_cast<std::uint64_t>(done),
                  std::span(words).first(size));
        for (std::size_t i = 0; i < size; ++i)
            ++cells[static_cast<std::size_t>(m_table.quantile(words[i]) - first())];
    }
}

SplitBinomialSampler::SplitBinomialSampler(const StreamKey& key, std::int64_t smallestUnits,
                                           std::int64_t largestUnits, double dropProbability)
    : m_key(key), m_smallestUnits(smallestUnits), m_largestUnits(largestUnits),
      m_smallestPart(keptTable(smallestUnits, dropProbability)) {
    if (largestUnits < smallestUnits)
        throw std::invalid_argument("SplitBinomialSampler: largestUnits is below smallestUnits");
    const std::int64_t range = largestUnits - smallestUnits;
    for (int shift = 0; range >> shift > 0; shift += 4) {
        Level level;
        level.shift = shift;
        const std::int64_t largestDigit = std::min<std::int64_t>(15, range >> shift);
        for (std::int64_t digit = 0; digit <= largestDigit; ++digit)
            level.tables.push_back(keptTable(digit << shift, dropProbability));
        m_levels.push_back(std::move(level));
    }
}

std::int64_t SplitBinomialSampler::keptCount(std::uint64_t trial, std::int64_t units) const {
    std::int64_t kept = 0;
    keptCounts(trial, std::span(&units, 1), std::span(&kept, 1));
    return kept;
}

void SplitBinomialSampler::keptCounts(std::uint64_t firstTrial, std::span<const std::int64_t> units,
                                      std::span<std::int64_t> kept) const {
    if (units.size() != kept.size())
        throw std::invalid_argument("SplitBinomialSampler: units and kept differ in length");
    for (const std::int64_t size : units)
        if (size < m_smallestUnits || size > m_largestUnits)
            throw std::invalid_argument("SplitBinomialSampler: units out of range");
    for (std::size_t done = 0; done < units.size(); done += kBatch) {
        const std::size_t size = std::min(kBatch, units.size() - done);
        addBatch(firstTrial + done, units.subspan(done, size), kept.subspan(done, size));
    }
}

void SplitBinomialSampler::addBatch(std::uint64_t firstTrial, std::span<const std::int64_t> units,
                                    std::span<std::int64_t> kept) const {
    Batch storage;
    const auto words = std::span(storage).first(units.size());
    StreamKey key = m_key;
    fillWords(key, firstTrial, words);
    for (std::size_t i = 0; i < units.size(); ++i)
        kept[i] = m_smallestPart.quantile(words[i]);
    for (const Level& level : m_levels) {
        ++key.block;
        fillWords(key, firstTrial, words);
        for (std::size_t i = 0; i < units.size(); ++i) {
            const auto digit =
                static_cast<std::size_t>((units[i] - m_smallestUnits) >> level.shift & 15);
            kept[i] += level.tables[digit].quantile(words[i]);
        }
    }
}

} // namespace plumbline
