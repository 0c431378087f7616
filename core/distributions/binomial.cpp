#include "core/distributions/binomial.h"

#include "core/numeric/elementary.h"
#include "core/numeric/saddle_point.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace plumbline {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double boundedRatio(DoubleDouble above, DoubleDouble below) {
    if (below.hi == 0.0)
        return 0.0;
    const double ratio = above.hi / below.hi;
    return ratio < 1e290 ? (above / below).value() : std::min(ratio, 1e300);
}

} // namespace

Binomial::Binomial(std::int64_t n, DoubleDouble success)
    : Binomial(n, success, complement(success)) {}

Binomial::Binomial(std::int64_t n, DoubleDouble success, DoubleDouble failure)
    : m_n(n), m_success(success), m_failure(failure) {
    if (n < 0 || n > kMostTrials)
        throw std::invalid_argument("Binomial: n must lie in [0, 2^62]");
    if (!(success.value() >= 0.0 && failure.value() >= 0.0))
        throw std::invalid_argument("Binomial: success must lie in [0, 1]");
    m_mean = exactly(n) * success;
    m_failureMean = exactly(n) * failure;
    m_variance = (m_mean * failure).value();
    m_odds = boundedRatio(success, failure);
    m_inverseOdds = boundedRatio(failure, success);
    m_stirlingError = n > 0 ? stirlingError(static_cast<double>(n)) : 0.0;
    m_mode = modeOfSupport();
}

Binomial Binomial::keptUnits(std::int64_t n, double dropProbability) {
    return {n, complement(dropProbability), DoubleDouble(dropProbability)};
}

std::unique_ptr<CountLaw> Binomial::sumOf(std::int64_t copies) const {
    if (copies > 0 && m_n > kMostTrials / copies)
        return nullptr;
    return std::unique_ptr<CountLaw>(new Binomial(m_n * copies, m_success, m_failure));
}

/// floor((n + 1) success), at most n.
std::int64_t Binomial::modeOfSupport() const {
    return std::min(floorOf(m_mean + m_success), m_n);
}

double Binomial::thirdCentralMoment() const {
    return m_variance * (m_failure - m_success).value();
}

double Binomial::fourthCentralMoment() const {
    const double perTrial = 1.0 - 6.0 * (m_success * m_failure).value();
    return m_variance * (3.0 * m_variance + perTrial);
}

double Binomial::prefactorSquared(double successes, double failures) const {
    return static_cast<double>(m_n) / successes / failures / (2.0 * std::numbers::pi);
}

/// What pmf's exponential is taken of, for counts at `offset` from their means; neither is 0.
DoubleDouble Binomial::exponent(double successes, double failures, DoubleDouble offset) const {
    const double corrections = m_stirlingError - stirlingError(successes) - stirlingError(failures);
    return DoubleDouble(corrections) - deviance(successes, m_mean, offset) -
           deviance(failures, m_failureMean, -offset);
}

double Binomial::pmf(std::int64_t k) const {
    if (k < 0 || k > m_n)
        return 0.0;
    if (isCertain())
        return k == m_mode ? 1.0 : 0.0;
    if (k == 0 || k == m_n)
        return exp(exactly(m_n) * log(k == 0 ? m_failure : m_success));
    const auto successes = static_cast<double>(k);
    const auto failures = static_cast<double>(m_n - k);
    return std::sqrt(prefactorSquared(successes, failures)) *
           exp(exponent(successes, failures, exactly(k) - m_mean));
}

double Binomial::logPmf(std::int64_t k) const {
    if (k < 0 || k > m_n)
        return -kInfinity;
    if (isCertain())
        return k == m_mode ? 0.0 : -kInfinity;
    if (k == 0 || k == m_n)
        return (exactly(m_n) * log(k == 0 ? m_failure : m_success)).value();
    const auto successes = static_cast<double>(k);
    const auto failures = static_cast<double>(m_n - k);
    const DoubleDouble prefactor(0.5 * portableLog(prefactorSquared(successes, failures)));
    return (exponent(successes, failures, exactly(k) - m_mean) + prefactor).value();
}

double Binomial::density(DoubleDouble offset) const {
    const double successes = (m_mean + offset).value();
    const double failures = (m_failureMean - offset).value();
    return std::sqrt(prefactorSquared(successes, failures)) *
           exp(exponent(successes, failures, offset));
}

double Binomial::ratioAbove(std::int64_t k) const {
    return static_cast<double>(m_n - k) / (static_cast<double>(k) + 1.0) * m_odds;
}

double Binomial::ratioBelow(std::int64_t k) const {
    return static_cast<double>(k) / (static_cast<double>(m_n - k) + 1.0) * m_inverseOdds;
}

} // namespace plumbline
