#include "core/labs/kept_units/distances.h"

#include "core/distributions/total_variation.h"
#include "core/statistics/dispersion_test.h"
#include "core/statistics/empirical_distance.h"

namespace plumbline::kept_units {

Distances::Distances(const Setting& setting) : m_setting(setting) {
    const CountRange window = eightSigma(*setting.law);
    m_lawCurve = setting.law->curve(window.first, window.last);
    if (setting.alternative)
        m_alternativeCurve = setting.alternative->curve(window.first, window.last);
}

double Distances::toLaw(const IntegerHistogram& histogram) const {
    return empiricalDistance(histogram, *m_setting.law, m_lawCurve);
}

void Distances::record(const IntegerHistogram& histogram, Convergence& convergence) const {
    convergence.trials.push_back(static_cast<double>(histogram.total()));
    convergence.toLaw.push_back(toLaw(histogram));
    convergence.expected.push_back(expectedDistance(m_lawCurve, histogram.total()).mean);
    if (m_setting.alternative)
        convergence.toAlternative.push_back(
            empiricalDistance(histogram, *m_setting.alternative, m_alternativeCurve));
}

Convergence Distances::emptyConvergence() const {
    Convergence convergence;
    if (m_setting.alternative) {
        convergence.plateau =
            binomialPoissonDistance(m_setting.units, complement(m_setting.dropProbability));
        convergence.visibleFrom = visibleFromTrials(m_setting.keepProbability());
    }
    return convergence;
}

} // namespace plumbline::kept_units
