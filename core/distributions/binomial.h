#pragma once

#include "core/distributions/count_law.h"

namespace plumbline {

/**
 * The number of successes among n independent trials of probability `success`.
 *
 * pmf is Loader's saddle-point form (Loader 2000, eq. 3) with every deviance in double-double:
 *     sqrt(n/(2 pi k (n-k))) exp(S(n) - S(k) - S(n-k) - D(k, n p) - D(n-k, n q)).
 * Both probabilities are carried as hi + lo, since rounding 1 - p alone costs 2e-11 at n = 1e9,
 * p = .31. n = 0, success = 0 and success = 1 are the laws of a single count.
 */
class Binomial final : public CountLaw {
  public:
    /// Throws std::invalid_argument unless n lies in [0, 2^62] and success in [0, 1].
    Binomial(std::int64_t n, DoubleDouble success);

    /// Units kept of n when each is dropped with the probability that was typed; success is 1 - it.
    static Binomial keptUnits(std::int64_t n, double dropProbability);

    std::int64_t trials() const { return m_n; }
    DoubleDouble success() const { return m_success; }
    DoubleDouble failure() const { return m_failure; }

    std::unique_ptr<CountLaw> sumOf(std::int64_t copies) const override;
    std::int64_t maximum() const override { return m_n; }
    std::int64_t mode() const override { return m_mode; }
    double mean() const override { return m_mean.value(); }
    double variance() const override { return m_variance; }
    double thirdCentralMoment() const override;
    double fourthCentralMoment() const override;
    double pmf(std::int64_t k) const override;
    double logPmf(std::int64_t k) const override;

    static constexpr std::int64_t kMostTrials = std::int64_t{1} << 62;

  protected:
    double ratioAbove(std::int64_t k) const override;
    double ratioBelow(std::int64_t k) const override;
    double countsAbove(double x) const override { return static_cast<double>(m_n) - x; }
    DoubleDouble exactMean() const override { return m_mean; }
    double density(DoubleDouble offset) const override;

  private:
    Binomial(std::int64_t n, DoubleDouble success, DoubleDouble failure);
    std::int64_t modeOfSupport() const;
    DoubleDouble exponent(double successes, double failures, DoubleDouble offset) const;
    double prefactorSquared(double successes, double failures) const;
    bool isCertain() const { return m_variance == 0.0; }

    std::int64_t m_n = 0;
    DoubleDouble m_success;
    DoubleDouble m_failure;
    DoubleDouble m_mean;
    DoubleDouble m_failureMean;
    double m_variance = 0.0;
    double m_odds = 0.0;        ///< success over failure
    double m_inverseOdds = 0.0; ///< failure over success
    double m_stirlingError = 0.0;
    std::int64_t m_mode = 0;
};

} // namespace plumbline
