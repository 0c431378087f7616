#include "core/labs/kept_units/distances.h"

#include "core/distributions/total_variation.h"
#include "core/random/inversion_table.h"
#include "core/statistics/dispersion_test.h"

#include <cmath>
#include <limits>

namespace plumbline::kept_units {

namespace {

constexpr std::size_t kMostNoiseCells = 4000;

CountRange drawnRange(const CountLaw& law) {
    const CountSupport support = supportOf(law);
    return {support.first, support.first + static_cast<std::int64_t>(support.pmf.size()) - 1};
}

double distance(const CellGrid& grid, const IntegerHistogram& histogram, const CellLaw& law) {
    const auto counts = grid.counts(histogram);
    return empiricalDistance(compared(counts, law)).value_or(0);
}

} // namespace

Distances::Distances(const Setting& setting)
    : m_setting(setting),
      m_counts(drawnRange(*setting.law), std::numeric_limits<std::int64_t>::max() / 2),
      m_law(m_counts.cellLaw(*setting.law)) {
    m_noiseStride = m_counts.size() / kMostNoiseCells + 1;
    for (std::size_t i = m_noiseStride / 2; i < m_counts.size(); i += m_noiseStride)
        m_noiseCells.push_back(m_law.probabilities[i]);
    if (setting.alternative)
        m_alternative = m_counts.cellLaw(*setting.alternative);
}

double Distances::toLaw(const IntegerHistogram& histogram) const {
    return distance(m_counts, histogram, m_law);
}

/**
 * Of a very wide law every m_noiseStride-th count stands for its neighbours, whose probabilities
 * differ by parts of a thousand: the midpoint rule errs by less than one part in a million.
 */
DistanceNoise Distances::noise(std::int64_t trials) const {
    const auto noise = distanceNoise(m_noiseCells, trials);
    const auto stride = static_cast<double>(m_noiseStride);
    return {noise.expectation * stride, noise.standardError * std::sqrt(stride)};
}

void Distances::record(const IntegerHistogram& histogram, Convergence& convergence) const {
    convergence.trials.push_back(static_cast<double>(histogram.total()));
    convergence.toLaw.push_back(toLaw(histogram));
    convergence.expected.push_back(noise(histogram.total()).expectation);
    if (m_setting.alternative)
        convergence.toAlternative.push_back(distance(m_counts, histogram, m_alternative));
}

Convergence Distances::emptyConvergence() const {
    Convergence convergence;
    if (m_setting.alternative) {
        convergence.plateau =
            binomialPoissonDistance(m_setting.units, complement(m_setting.dropProbability));
        convergence.visibleFrom = trialsUntilDispersionShows(m_setting.keepProbability());
    }
    return convergence;
}

} // namespace plumbline::kept_units
