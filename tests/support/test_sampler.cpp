#include "tests/support/test_sampler.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumbline::test {

LawSampler::LawSampler(const CountLaw& law) : m_first(law.quantile(1e-15)) {
    m_probabilities = law.curve(m_first, law.upperQuantile(1e-15));
    m_cumulated.resize(m_probabilities.size());
    std::partial_sum(m_probabilities.begin(), m_probabilities.end(), m_cumulated.begin());
    for (int part = 0; part < 1024; ++part)
        m_guide.push_back(static_cast<std::size_t>(
            std::upper_bound(m_cumulated.begin(), m_cumulated.end() - 1, part / 1024.0) -
            m_cumulated.begin()));
}

std::int64_t LawSampler::draw(SplitMix& random) const {
    const double u = random.uniform();
    std::size_t cell = m_guide[static_cast<std::size_t>(u * 1024.0)];
    while (cell + 1 < m_cumulated.size() && m_cumulated[cell] < u)
        ++cell;
    return m_first + static_cast<std::int64_t>(cell);
}

IntegerHistogram LawSampler::histogram(std::int64_t draws, SplitMix& random) const {
    IntegerHistogram counts(first(), last());
    for (std::int64_t i = 0; i < draws; ++i)
        counts.add(draw(random));
    return counts;
}

double uniformityStatistic(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    double worst = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto rank = static_cast<double>(i);
        worst = std::max({worst, values[i] - rank / n, (rank + 1.0) / n - values[i]});
    }
    return worst * std::sqrt(n);
}

} // namespace plumbline::test
