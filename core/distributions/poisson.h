#pragma once

#include "core/distributions/binomial.h"
#include "core/distributions/count_law.h"

namespace plumbline {

/**
 * The Poisson law with a mean carried as hi + lo: alpha = M q or lambda q, whose rounding to a
 * double would show near 6 sigma.
 *
 * pmf is Loader's saddle-point form (Loader 2000, eq. 4), exp(-S(k) - D(k, mean)) / sqrt(2 pi k),
 * with the deviance in double-double. Mean 0 is the law of the single count 0.
 */
class Poisson final : public CountLaw {
  public:
    /// Throws std::invalid_argument unless the mean lies in [0, 1e18].
    explicit Poisson(DoubleDouble mean);

    /// Units kept of Poisson(rate) many when each is dropped with the probability that was typed.
    static Poisson keptUnits(double rate, double dropProbability);

    /// The limit of Binomial(trials, success): the same mean, all digits of it.
    static Poisson withMeanOf(const Binomial& law);

    std::unique_ptr<CountLaw> sumOf(std::int64_t copies) const override;
    std::int64_t maximum() const override;
    std::int64_t mode() const override { return m_mode; }
    double mean() const override { return m_mean.value(); }
    double variance() const override { return m_mean.value(); }
    double thirdCentralMoment() const override { return mean(); }
    double fourthCentralMoment() const override { return mean() * (3.0 * mean() + 1.0); }
    double pmf(std::int64_t k) const override;
    double logPmf(std::int64_t k) const override;

    /// e^-mean mean^x / Gamma(x + 1) for real x >= 16; pmf(x) where x is whole.
    double densityAt(DoubleDouble x) const { return density(x - m_mean); }

    static constexpr double kLargestMean = 1e18;

  protected:
    double ratioAbove(std::int64_t k) const override;
    double ratioBelow(std::int64_t k) const override;
    double countsAbove(double x) const override;
    DoubleDouble exactMean() const override { return m_mean; }
    double density(DoubleDouble offset) const override;

  private:
    DoubleDouble exponent(double count, DoubleDouble offset) const;

    DoubleDouble m_mean;
    std::int64_t m_mode = 0;
};

} // namespace plumbline
