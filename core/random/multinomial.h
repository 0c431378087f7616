#pragma once

#include "core/random/inversion_table.h"
#include "core/random/stream.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace plumbline {

/**
 * The histogram of n independent draws from a law over cells, without the draws: conditional
 * binomials c_i ~ Bin(what is left of n, pmf_i / (pmf_i + pmf_{i+1} + ...)), the sums built from
 * the last cell backward. Cost: 20-40 ns a cell, whatever n. Where n is below a few draws a cell,
 * the draws are made one by one from an inversion table instead.
 */
class MultinomialLaw {
  public:
    /// Throws std::invalid_argument unless the pmf is not negative and sums to 1 within 1e-6.
    explicit MultinomialLaw(std::span<const double> pmf);

    std::size_t cells() const { return m_success.size(); }

    /// Adds a histogram of n draws to counts, which has cells() entries. n lies in [0, 2^52].
    void draw(Stream& stream, std::int64_t n, std::span<std::int64_t> counts) const;

    /// The cells of as many single draws as there are entries: what draw() adds up where draws are
    /// few, for those who need not look at every cell.
    void drawCells(Stream& stream, std::span<std::int64_t> drawn) const;

  private:
    void drawOneByOne(Stream& stream, std::int64_t n, std::span<std::int64_t> counts) const;

    std::vector<double> m_success; ///< probability of a cell given that no earlier one was hit
    std::vector<double> m_failure;
    InversionTable m_table;
};

/**
 * N_j = round(10^(j/8)) without repetitions: 1, 2, 3, 4, 6, 7, 10, 13 ... 10^12. They are evenly
 * spread on a logarithmic axis and nested, so a run to 10^9 passes through the states of a run to
 * 10^6.
 */
std::span<const std::int64_t> histogramCheckpoints();

/**
 * The histogram of a run of up to 10^12 trials. Trials between checkpoints j-1 and j are one
 * multinomial increment keyed by (seed, j), so that increments can be drawn in any order and in
 * parallel. The last, partial increment up to N is keyed by (j, N) and redrawn when the run is
 * extended: a run extended to N is the run made to N at once. (So the histogram at 1.5 10^6 is not
 * contained in that at 2 10^6, while that at 10^6 is.)
 */
class HistogramRun {
  public:
    /// Sees the number of trials and the histogram at a checkpoint.
    using Visitor = std::function<void(std::int64_t trials, std::span<const std::int64_t> counts)>;

    HistogramRun(std::uint64_t seed, std::shared_ptr<const MultinomialLaw> law);

    /**
     * Goes to so many trials, in [0, 10^12]; fewer than trials() starts over. visit, if given, is
     * called at every checkpoint newly reached, in order, on this thread. Increments are shared
     * over threads. Returns false where stop was requested, which is looked at before every
     * increment: the run then stands at the last checkpoint reached, or where it stood if that is
     * further.
     */
    bool advance(std::int64_t trials, unsigned threads = 1, const std::stop_token& stop = {},
                 const Visitor& visit = {});

    std::int64_t trials() const { return m_trials; }
    std::span<const std::int64_t> counts() const { return m_counts; }

  private:
    bool advanceCheckpoints(std::size_t target, unsigned threads, const std::stop_token& stop,
                            const Visitor& visit);
    std::vector<std::int64_t> increment(std::size_t checkpoint) const;
    std::vector<std::int64_t> partialIncrement(std::int64_t trials) const;

    std::uint64_t m_seed;
    std::shared_ptr<const MultinomialLaw> m_law;
    std::size_t m_checkpoints = 0;      ///< how many are passed
    std::vector<std::int64_t> m_whole;  ///< at the last checkpoint passed
    std::vector<std::int64_t> m_counts; ///< at m_trials
    std::int64_t m_trials = 0;
};

} // namespace plumbline
