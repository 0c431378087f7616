#pragma once

#include "core/numeric/double_double.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace plumbline {

/**
 * A probability law on whole numbers from 0 upward, in which pmf(k + 1)/pmf(k) falls with k, so
 * that it has one mode: binomial and Poisson. Immutable; all members are safe from any thread.
 *
 * Probabilities are built from portable elementary functions alone: the same bits on every machine.
 * Relative errors: pmf below 5e-15, cdf and survival below 2e-14, each in both tails and for any
 * size; values below 1e-290 keep fewer digits.
 */
class CountLaw {
  public:
    virtual ~CountLaw() = default;

    /// The law of the sum of so many independent counts; null if they might exceed what laws hold.
    virtual std::unique_ptr<CountLaw> sumOf(std::int64_t copies) const = 0;

    /// The support is [0, maximum()]; the largest int64 where it has no end.
    virtual std::int64_t maximum() const = 0;
    /// The most probable count, the larger one of two.
    virtual std::int64_t mode() const = 0;

    virtual double mean() const = 0;
    virtual double variance() const = 0;
    virtual double thirdCentralMoment() const = 0;
    virtual double fourthCentralMoment() const = 0;
    /// Third central moment over variance^(3/2); NaN where the variance is 0.
    double skewness() const;
    /// Fourth central moment over variance^2, minus 3; NaN where the variance is 0.
    double excessKurtosis() const;

    /// Pr(K = k); 0 outside the support.
    virtual double pmf(std::int64_t k) const = 0;
    /// log Pr(K = k), also where pmf(k) underflows; -infinity outside the support.
    virtual double logPmf(std::int64_t k) const = 0;

    /// Pr(K <= k), with all its digits also where it is tiny.
    double cdf(std::int64_t k) const;
    /// Pr(K > k), with all its digits also where it is tiny.
    double survival(std::int64_t k) const;

    /**
     * The smallest k of the support with cdf(k) >= u. u <= 0 gives 0; u >= 1 gives the smallest k
     * whose survival(k) underflows to 0. Throws std::domain_error for NaN.
     */
    std::int64_t quantile(double u) const;

    /**
     * The smallest k of the support with survival(k) <= tail: quantile(1 - tail) for tails that
     * 1 - tail cannot hold. Throws std::domain_error for NaN.
     */
    std::int64_t upperQuantile(double tail) const;

    /**
     * pmf at first, first + 1 ... last in one sweep: the ratio recurrence away from the mode,
     * restarted from pmf() every kRecurrenceLength cells. Relative error below 2e-14 where the
     * value is at least 1e-290. Empty if last < first.
     */
    std::vector<double> curve(std::int64_t first, std::int64_t last) const;

    static constexpr std::int64_t kRecurrenceLength = 64;

  protected:
    /// pmf(k + 1)/pmf(k), and pmf(k - 1)/pmf(k), where both cells are in the support.
    virtual double ratioAbove(std::int64_t k) const = 0;
    virtual double ratioBelow(std::int64_t k) const = 0;

    /// What is left of the support above x: n - x, or infinity.
    virtual double countsAbove(double x) const = 0;
    virtual DoubleDouble exactMean() const = 0;
    /// pmf carried on to real arguments mean + offset that lie 16 or more inside the support.
    virtual double density(DoubleDouble offset) const = 0;

  private:
    enum class Side : int { below = -1, above = 1 };
    double ratioOutward(std::int64_t k, Side side) const;
    double tail(std::int64_t k, Side side) const;
    double tailBySum(std::int64_t k, Side side) const;
    double tailByIntegral(std::int64_t k, Side side, double length) const;
    double boundaryTerms(std::int64_t k, Side side) const;
    double tailLength(std::int64_t k, Side side) const;
    void fillOutward(std::vector<double>& cells, std::int64_t first, std::int64_t from,
                     std::int64_t to, Side side) const;
    std::int64_t normalGuess(double z) const;
    std::int64_t smallest(std::int64_t guess,
                          const std::function<bool(std::int64_t)>& satisfied) const;
};

} // namespace plumbline
