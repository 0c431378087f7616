#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace plumbline {

/**
 * Draws from a law on consecutive whole numbers by inversion:
 *   K = min{k : word < 2^64 F(k)}, with `word` 64 random bits.
 * Thresholds are integers, those below the median summed from the left and those above it from the
 * right with compensation, so that each is exact to 2^-64 of the pmf given. K grows with the word,
 * and under one word with any stochastically larger law.
 *
 * A guide table (Chen and Asau 1974) finds K in about one step; a law of 300,000 cells takes 4 MB.
 */
class InversionTable {
  public:
    /**
     * pmf[i] is the probability of first + i. Throws std::invalid_argument unless the pmf is not
     * negative and sums to 1 within 1e-6; the difference goes to the median's cell.
     */
    InversionTable(std::int64_t first, std::span<const double> pmf);

    std::int64_t quantile(std::uint64_t word) const {
        std::uint32_t cell = m_guide[m_shift == 64 ? 0 : word >> m_shift];
        while (word > m_largestWords[cell])
            ++cell;
        return m_first + cell;
    }

    /// The values that can be drawn lie in [first(), last()]: those outside have less than 2^-64.
    std::int64_t first() const { return m_first; }
    std::int64_t last() const {
        return m_first + static_cast<std::int64_t>(m_largestWords.size()) - 1;
    }

  private:
    void buildGuide();

    std::int64_t m_first = 0;
    std::vector<std::uint64_t> m_largestWords; ///< of each cell; the last is 2^64 - 1
    std::vector<std::uint32_t> m_guide;        ///< first cell to look at, by the word's top bits
    int m_shift = 64;
};

class CountLaw;

/// A law on whole numbers cut down to where it matters.
struct CountSupport {
    std::int64_t first = 0;
    std::vector<double> pmf;
};

/**
 * The law's cells outward from its mode while pmf >= 1e-22, which is below the 2^-64 = 5e-20 that
 * 64 random bits can resolve; what is left out on both sides together is far below that too.
 */
CountSupport supportOf(const CountLaw& law);

} // namespace plumbline
