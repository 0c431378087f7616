#include "core/random/multinomial.h"

#include "core/parallel/parallel_for.h"
#include "core/random/binomial_sampler.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace plumbline {
namespace {

/// Below so many draws a cell, one by one is faster.
constexpr std::int64_t kDrawsPerCell = 4;

/// An increment of fewer cells takes less time than starting a thread.
constexpr std::size_t kCellsWorthAThread = 2000;

std::vector<std::int64_t> allCheckpoints() {
    constexpr int kDecades = 12;
    // 10^(j/8) for j = 0 ... 7.
    constexpr std::array<double, 8> kSteps = {1.0,
                                              1.3335214321633240,
                                              1.7782794100389228,
                                              2.3713737056616552,
                                              3.1622776601683795,
                                              4.2169650342858225,
                                              5.6234132519034908,
                                              7.4989420933245583};
    std::vector<std::int64_t> checkpoints;
    double decade = 1;
    for (int i = 0; i < kDecades; ++i, decade *= 10)
        for (const double step : kSteps)
            checkpoints.push_back(std::llround(decade * step));
    checkpoints.push_back(std::llround(decade));
    checkpoints.erase(std::unique(checkpoints.begin(), checkpoints.end()), checkpoints.end());
    return checkpoints;
}

std::int64_t trialsAt(std::size_t checkpointsPassed) {
    return checkpointsPassed == 0 ? 0 : histogramCheckpoints()[checkpointsPassed - 1];
}

void add(std::span<const std::int64_t> increment, std::vector<std::int64_t>& counts) {
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] += increment[i];
}

} // namespace

std::span<const std::int64_t> histogramCheckpoints() {
    static const std::vector<std::int64_t> checkpoints = allCheckpoints();
    return checkpoints;
}

MultinomialLaw::MultinomialLaw(std::span<const double> pmf)
    : m_success(pmf.size()), m_failure(pmf.size()), m_table(0, pmf) {
    double after = 0;
    for (std::size_t i = pmf.size(); i-- > 0;) {
        const double fromHere = pmf[i] + after;
        m_success[i] = fromHere > 0 ? pmf[i] / fromHere : 0;
        m_failure[i] = fromHere > 0 ? after / fromHere : 1;
        after = fromHere;
    }
}

void MultinomialLaw::draw(Stream& stream, std::int64_t n, std::span<std::int64_t> counts) const {
    if (counts.size() != cells())
        throw std::invalid_argument("MultinomialLaw::draw: counts do not fit the law");
    if (n / kDrawsPerCell < static_cast<std::int64_t>(cells())) {
        drawOneByOne(stream, n, counts);
        return;
    }
    for (std::size_t i = 0; i < cells() && n > 0; ++i) {
        const std::int64_t hits = drawBinomial(stream, n, m_success[i], m_failure[i]);
        counts[i] += hits;
        n -= hits;
    }
}

void MultinomialLaw::drawOneByOne(Stream& stream, std::int64_t n,
                                  std::span<std::int64_t> counts) const {
    for (; n > 0; --n)
        ++counts[static_cast<std::size_t>(m_table.quantile(stream.nextUInt64()))];
}

void MultinomialLaw::drawCells(Stream& stream, std::span<std::int64_t> drawn) const {
    for (std::int64_t& cell : drawn)
        cell = m_table.quantile(stream.nextUInt64());
}

HistogramRun::HistogramRun(std::uint64_t seed, std::shared_ptr<const MultinomialLaw> law)
    : m_seed(seed), m_law(std::move(law)), m_whole(m_law->cells()), m_counts(m_law->cells()) {}

bool HistogramRun::advance(std::int64_t trials, unsigned threads, const std::stop_token& stop,
                           const Visitor& visit) {
    const std::span<const std::int64_t> checkpoints = histogramCheckpoints();
    if (trials < 0 || trials > checkpoints.back())
        throw std::invalid_argument("HistogramRun::advance: trials must lie in [0, 10^12]");
    const auto target = static_cast<std::size_t>(
        std::upper_bound(checkpoints.begin(), checkpoints.end(), trials) - checkpoints.begin());
    if (target < m_checkpoints) {
        m_checkpoints = 0;
        std::ranges::fill(m_whole, 0);
    }
    const bool startsOver = trials < m_trials;
    const bool finished =
        advanceCheckpoints(target, threads, stop, visit) && !stop.stop_requested();
    if (!finished && !startsOver && trialsAt(m_checkpoints) <= m_trials)
        return false;
    m_counts = m_whole;
    m_trials = finished ? trials : trialsAt(m_checkpoints);
    if (m_trials > trialsAt(m_checkpoints))
        add(partialIncrement(trials), m_counts);
    return finished;
}

bool HistogramRun::advanceCheckpoints(std::size_t target, unsigned threads,
                                      const std::stop_token& stop, const Visitor& visit) {
    if (m_law->cells() < kCellsWorthAThread)
        threads = 1;
    while (m_checkpoints < target) {
        const std::size_t first = m_checkpoints;
        std::vector<std::vector<std::int64_t>> increments(
            std::min<std::size_t>(target - first, std::max(threads, 1u)));
        parallelFor(static_cast<std::int64_t>(increments.size()), threads, [&](std::int64_t i) {
            const auto index = static_cast<std::size_t>(i);
            if (!stop.stop_requested())
                increments[index] = increment(first + index);
        });
        for (const std::vector<std::int64_t>& counts : increments) {
            if (counts.empty())
                return false;
            add(counts, m_whole);
            ++m_checkpoints;
            if (visit)
                visit(trialsAt(m_checkpoints), m_whole);
        }
    }
    return true;
}

std::vector<std::int64_t> HistogramRun::increment(std::size_t checkpoint) const {
    std::vector<std::int64_t> counts(m_law->cells());
    Stream stream({m_seed, Role::histogram, checkpoint});
    m_law->draw(stream, trialsAt(checkpoint + 1) - trialsAt(checkpoint), counts);
    return counts;
}

std::vector<std::int64_t> HistogramRun::partialIncrement(std::int64_t trials) const {
    constexpr std::uint64_t kPartial = std::uint64_t{1} << 63;
    const std::uint64_t block =
        kPartial | std::uint64_t{m_checkpoints} << 48 | static_cast<std::uint64_t>(trials);
    std::vector<std::int64_t> counts(m_law->cells());
    Stream stream({m_seed, Role::histogram, block});
    m_law->draw(stream, trials - trialsAt(m_checkpoints), counts);
    return counts;
}

} // namespace plumbline
