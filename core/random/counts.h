#pragma once

#include "core/random/inversion_table.h"
#include "core/random/stream.h"

#include <cstdint>
#include <span>
#include <vector>

namespace plumbline {

/**
 * One count a trial from one law, by inversion of word t of the stream for trial t. Under one key a
 * trial's luck is kept while the law changes: its count moves one way with p, M or lambda. About
 * 3 ns a trial.
 *
 *   CountSampler kept({seed, Role::counts}, Binomial::keptUnits(M, p));
 *   CountSampler sizes({seed, Role::units}, Poisson(lambda));
 */
class CountSampler {
  public:
    CountSampler(const StreamKey& key, const CountLaw& law);

    std::int64_t count(std::uint64_t trial) const;

    /// Of trials firstTrial, firstTrial + 1 ...
    void counts(std::uint64_t firstTrial, std::span<std::int64_t> counts) const;

    /// Adds so many trials to a histogram of last() - first() + 1 cells, the first of which is
    /// first(). Throws std::invalid_argument where it has another length.
    void addToHistogram(std::uint64_t firstTrial, std::int64_t trials,
                        std::span<std::int64_t> cells) const;

    /// No count outside can be drawn.
    std::int64_t first() const { return m_table.first(); }
    std::int64_t last() const { return m_table.last(); }

  private:
    StreamKey m_key;
    InversionTable m_table;
};

/**
 * K_t ~ Binomial(M_t, 1 - p) where every trial has its own number of units M_t, such as one drawn
 * from Poisson(lambda). A table for every M_t would be too much, so M_t is split into
 *   M_t = smallest + d_0 + 16 d_1 + 256 d_2 + ...,   0 <= d_l < 16,
 * and K_t is the sum of an independent binomial for each part, each by inversion from its own
 * table and its own word, which is exact. Given M_t, K_t never grows with p.
 *
 * Part l reads word t of block key.block + 1 + l, the smallest part that of key.block. About 5 ns a
 * part and trial; Poisson(10^6) has five parts.
 */
class SplitBinomialSampler {
  public:
    /// For units in [smallestUnits, largestUnits], such as first() and last() of the CountSampler
    /// that draws them. Throws std::invalid_argument for an empty or negative range or a p outside
    /// [0, 1].
    SplitBinomialSampler(const StreamKey& key, std::int64_t smallestUnits,
                         std::int64_t largestUnits, double dropProbability);

    /// Throws std::invalid_argument where units lies outside the range.
    std::int64_t keptCount(std::uint64_t trial, std::int64_t units) const;

    /// Of trials firstTrial, firstTrial + 1 ...; both spans have the same length.
    void keptCounts(std::uint64_t firstTrial, std::span<const std::int64_t> units,
                    std::span<std::int64_t> kept) const;

  private:
    struct Level {
        int shift = 0;                      ///< 4 times the level
        std::vector<InversionTable> tables; ///< of digits 0, 1, 2 ...
    };

    void addBatch(std::uint64_t firstTrial, std::span<const std::int64_t> units,
                  std::span<std::int64_t> kept) const;

    StreamKey m_key;
    std::int64_t m_smallestUnits;
    std::int64_t m_largestUnits;
    InversionTable m_smallestPart;
    std::vector<Level> m_levels;
};

} // namespace plumbline
