#include "core/distributions/poisson.h"

#include "core/numeric/elementary.h"
#include "core/numeric/saddle_point.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace plumbline {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTwoPi = 2.0 * std::numbers::pi;

} // namespace

Poisson::Poisson(DoubleDouble mean) : m_mean(mean) {
    if (!(mean.value() >= 0.0 && mean.value() <= kLargestMean))
        throw std::invalid_argument("Poisson: mean must lie in [0, 1e18]");
    m_mode = floorOf(mean);
}

Poisson Poisson::keptUnits(double rate, double dropProbability) {
    return Poisson(DoubleDouble(rate) * complement(dropProbability));
}

Poisson Poisson::withMeanOf(const Binomial& law) {
    return Poisson(exactly(law.trials()) * law.success());
}

std::unique_ptr<CountLaw> Poisson::sumOf(std::int64_t copies) const {
    const DoubleDouble sum = m_mean * exactly(copies);
    return sum.value() > kLargestMean ? nullptr : std::make_unique<Poisson>(sum);
}

std::int64_t Poisson::maximum() const {
    return m_mean.hi == 0.0 ? 0 : std::numeric_limits<std::int64_t>::max();
}

double Poisson::countsAbove(double) const {
    return kInfinity;
}

DoubleDouble Poisson::exponent(double count, DoubleDouble offset) const {
    return DoubleDouble(-stirlingError(count)) - deviance(count, m_mean, offset);
}

double Poisson::pmf(std::int64_t k) const {
    if (k < 0 || k > maximum())
        return 0.0;
    if (k == 0)
        return exp(-m_mean);
    const auto count = static_cast<double>(k);
    return exp(exponent(count, exactly(k) - m_mean)) / std::sqrt(kTwoPi * count);
}

double Poisson::logPmf(std::int64_t k) const {
    if (k < 0 || k > maximum())
        return -kInfinity;
    if (k == 0)
        return -mean();
    const auto count = static_cast<double>(k);
    const DoubleDouble prefactor(-0.5 * portableLog(kTwoPi * count));
    return (exponent(count, exactly(k) - m_mean) + prefactor).value();
}

double Poisson::density(DoubleDouble offset) const {
    const double count = (m_mean + offset).value();
    return exp(exponent(count, offset)) / std::sqrt(kTwoPi * count);
}

double Poisson::ratioAbove(std::int64_t k) const {
    return m_mean.hi / (static_cast<double>(k) + 1.0);
}

double Poisson::ratioBelow(std::int64_t k) const {
    return static_cast<double>(k) / m_mean.hi;
}

} // namespace plumbline
