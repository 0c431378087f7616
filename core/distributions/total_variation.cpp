#include "core/distributions/total_variation.h"

#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/numeric/elementary.h"
#include "core/numeric/gauss_legendre.h"
#include "core/numeric/saddle_point.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline {

namespace {

constexpr std::int64_t kLongestSum = 4096;

/// log(binomial/Poisson) at counts >= 1 and, for large laws, between them.
class LogRatio {
  public:
    explicit LogRatio(const Binomial& law)
        : m_trials(static_cast<double>(law.trials())), m_success(law.success()),
          m_mean(exactly(law.trials()) * law.success()),
          m_failureMean(exactly(law.trials()) * law.failure()),
          m_stirlingError(stirlingError(m_trials)) {}

    double operator()(DoubleDouble count) const {
        const DoubleDouble failures = DoubleDouble(m_trials) - count;
        if (failures.hi <= 0.0)
            return allSucceed();
        if (m_mean.hi < 1.0 && count.hi <= kLongestProduct)
            return byProduct(count.hi);
        const double left = failures.value();
        const double logOfLeft = 2.0 * left < m_trials ? portableLog(left / m_trials)
                                                       : portableLog1p(-count.value() / m_trials);
        return m_stirlingError - stirlingError(left) - 0.5 * logOfLeft -
               deviance(left, m_failureMean, m_mean - count).value();
    }

  private:
    static constexpr double kLongestProduct = 64.0;

    /**
     * sum_{i < k} log1p(-i/n) + n (log1p(-q) + q) - k log1p(-q): the same, and all digits of it
     * where the mean is below 1 and the terms of the other form nearly cancel.
     */
    double byProduct(double count) const {
        const double q = m_success.value();
        double sum = m_trials * portableLog1pMinusX(-q) - count * portableLog1p(-q);
        for (double i = 1.0; i < count; ++i)
            sum += portableLog1p(-i / m_trials);
        return sum;
    }

    /// log(q^n / (e^(-nq) (nq)^n / n!)) = n q + log(n!/n^n).
    double allSucceed() const {
        if (m_trials == 1.0)
            return m_success.value();
        return (m_mean - DoubleDouble(m_trials)).value() + m_stirlingError +
               0.5 * portableLog(2.0 * std::numbers::pi * m_trials);
    }

    double m_trials;
    DoubleDouble m_success;
    DoubleDouble m_mean;
    DoubleDouble m_failureMean;
    double m_stirlingError;
};

/// The last count from `inside` towards `limit` at which the ratio is above 1.
std::int64_t lastAbove(const LogRatio& logRatio, std::int64_t inside, std::int64_t limit) {
    std::int64_t outside = limit;
    if (logRatio(exactly(limit)) > 0.0)
        return limit;
    while (std::abs(outside - inside) > 1) {
        const std::int64_t middle = inside + (outside - inside) / 2;
        (logRatio(exactly(middle)) > 0.0 ? inside : outside) = middle;
    }
    return inside;
}

double summed(const Poisson& poisson, const LogRatio& logRatio, std::int64_t first,
              std::int64_t last) {
    const std::vector<double> probabilities = poisson.curve(first, last);
    DoubleDouble sum(0.0);
    for (std::int64_t k = first; k <= last; ++k) {
        const double excess = portableExpm1(logRatio(exactly(k)));
        sum = sum + DoubleDouble(probabilities[static_cast<std::size_t>(k - first)] * excess);
    }
    return sum.value();
}

/// The same sum over so many counts that f expm1(l) is smooth from one to the next.
double integrated(const Poisson& poisson, const LogRatio& logRatio, std::int64_t first,
                  std::int64_t last) {
    const DoubleDouble start = exactly(first) - DoubleDouble(0.5);
    const auto excess = [&](double distance) {
        const DoubleDouble count = start + DoubleDouble(distance);
        return poisson.densityAt(count) * portableExpm1(logRatio(count));
    };
    const auto length = static_cast<double>(last - first) + 1.0;
    const auto slope = [&](double at) { return excess(at + 0.5) - excess(at - 0.5); };
    constexpr int kPanels = 3;
    return integrate(excess, 0.0, length, kPanels) - (slope(length) - slope(0.0)) / 24.0;
}

} // namespace

double binomialPoissonDistance(std::int64_t trials, DoubleDouble success) {
    const Binomial binomial(trials, success);
    if (trials == 0 || success.hi == 0.0)
        return 0.0;
    const Poisson poisson = Poisson::withMeanOf(binomial);
    if (binomial.failure().hi == 0.0)
        return 1.0 - poisson.pmf(trials);
    const LogRatio logRatio(binomial);
    const std::int64_t centre = std::min(floorOf(exactly(trials) * success) + 1, trials);
    const std::int64_t first = lastAbove(logRatio, centre, 1);
    const std::int64_t last = lastAbove(logRatio, centre, trials);
    if (last - first < kLongestSum)
        return summed(poisson, logRatio, first, last);
    return integrated(poisson, logRatio, first, last);
}

} // namespace plumbline
