#include "core/distributions/count_law.h"

#include "core/distributions/normal.h"
#include "core/numeric/elementary.h"
#include "core/numeric/gauss_legendre.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace plumbline {

namespace {

/// A tail is cut where the pmf has fallen by e^-42, below 1e-18.
constexpr double kTailFall = 42.0;

/// Longer tails are integrated: about as fast as summing this many cells.
constexpr double kLongestSum = 512.0;

} // namespace

double CountLaw::skewness() const {
    return thirdCentralMoment() / (variance() * std::sqrt(variance()));
}

double CountLaw::excessKurtosis() const {
    return fourthCentralMoment() / (variance() * variance()) - 3.0;
}

double CountLaw::cdf(std::int64_t k) const {
    if (k < 0)
        return 0.0;
    if (k >= maximum())
        return 1.0;
    return k < mode() ? tail(k, Side::below) : 1.0 - tail(k + 1, Side::above);
}

double CountLaw::survival(std::int64_t k) const {
    if (k < 0)
        return 1.0;
    if (k >= maximum())
        return 0.0;
    return k < mode() ? 1.0 - tail(k, Side::below) : tail(k + 1, Side::above);
}

double CountLaw::ratioOutward(std::int64_t k, Side side) const {
    return side == Side::above ? ratioAbove(k) : ratioBelow(k);
}

/// The sum of pmf from k outward, k included; k lies on that side of the mode.
double CountLaw::tail(std::int64_t k, Side side) const {
    if (variance() == 0.0)
        return pmf(k);
    const double length = tailLength(k, side);
    const double sum = length <= kLongestSum ? tailBySum(k, side) : tailByIntegral(k, side, length);
    return std::min(sum, 1.0);
}

/**
 * How many cells outward of k pmf takes to fall by e^-kTailFall, from the slope and the curvature
 * of its logarithm at k, then with the curvature at the end if that is less.
 */
double CountLaw::tailLength(std::int64_t k, Side side) const {
    const int sign = static_cast<int>(side);
    const auto x = static_cast<double>(k);
    const double slope = -portableLog(ratioOutward(k, side));
    const auto curvatureAt = [&](double count) {
        return 1.0 / (count + 1.0) + 1.0 / (countsAbove(count) + 1.0);
    };
    const auto lengthFor = [&](double curvature) {
        const double root = std::sqrt(slope * slope + 2.0 * kTailFall * curvature);
        return 2.0 * kTailFall / (slope + root);
    };
    const double length = lengthFor(curvatureAt(x));
    if (!(length > kLongestSum))
        return length;
    return lengthFor(std::min(curvatureAt(x), curvatureAt(x + sign * length)));
}

double CountLaw::tailBySum(std::int64_t k, Side side) const {
    const int sign = static_cast<int>(side);
    const std::int64_t end = side == Side::above ? maximum() : 0;
    DoubleDouble sum(0.0);
    double value = 0.0;
    for (std::int64_t step = 0;; ++step, k += sign) {
        if (step % kRecurrenceLength == 0)
            value = pmf(k);
        sum = sum + DoubleDouble(value);
        if (k == end || value == 0.0)
            break;
        const double ratio = ratioOutward(k, side);
        // Ratios only fall from here on, so a geometric series bounds what is left.
        if (ratio < 1.0 && value * ratio < 0x1p-57 * sum.hi * (1.0 - ratio))
            break;
        value *= ratio;
    }
    return sum.value();
}

/**
 * Euler-Maclaurin in its midpoint form: sum_{j >= 0} f(a + 1/2 + j) = integral of f from a, plus
 * f'(a)/24 - 7 f'''(a)/5760 + 31 f'''''(a)/967680, derivatives taken outward. All are small where
 * the tail is long.
 */
double CountLaw::tailByIntegral(std::int64_t k, Side side, double length) const {
    const int sign = static_cast<int>(side);
    const DoubleDouble start = exactly(k) - exactMean() - DoubleDouble(0.5 * sign);
    const auto outward = [&](double distance) {
        return density(start + DoubleDouble(sign * distance));
    };
    constexpr int kPanels = 3;
    return integrate(outward, 0.0, length, kPanels) + outward(0.0) * boundaryTerms(k, side);
}

/// The terms after the integral in tailByIntegral(), over f(a), from derivatives of g = log f.
double CountLaw::boundaryTerms(std::int64_t k, Side side) const {
    const int sign = static_cast<int>(side);
    const double x = static_cast<double>(k) + (side == Side::above ? 0.0 : 1.0);
    const double y = countsAbove(x) + 1.0;
    const double asymmetry = sign * (1.0 / (x * x) - 1.0 / (y * y));
    const double first =
        -portableLog(side == Side::above ? ratioBelow(k) : ratioAbove(k)) - asymmetry / 24.0;
    const double second = -(1.0 / x + 1.0 / y);
    const double third = asymmetry;
    const double cubic = first * first * first + 3.0 * first * second + third;
    const double quintic = first * (first * first * (first * first + 10.0 * second) +
                                    15.0 * second * second + 10.0 * first * third);
    return first / 24.0 - 7.0 * cubic / 5760.0 + 31.0 * quintic / 967680.0;
}

std::vector<double> CountLaw::curve(std::int64_t first, std::int64_t last) const {
    if (last < first)
        return {};
    std::vector<double> cells(static_cast<std::size_t>(last - first) + 1, 0.0);
    const std::int64_t low = std::max<std::int64_t>(first, 0);
    const std::int64_t high = std::min(last, maximum());
    const std::int64_t centre = std::clamp(mode(), low, std::max(low, high));
    fillOutward(cells, first, centre, high, Side::above);
    fillOutward(cells, first, centre - 1, low, Side::below);
    return cells;
}

/// Cells from `from` to `to` inclusive, outward; stops where pmf vanishes.
void CountLaw::fillOutward(std::vector<double>& cells, std::int64_t first, std::int64_t from,
                           std::int64_t to, Side side) const {
    const int sign = static_cast<int>(side);
    const std::int64_t count = (to - from) * sign + 1;
    double value = 0.0;
    for (std::int64_t step = 0; step < count; ++step) {
        const std::int64_t k = from + sign * step;
        if (step % kRecurrenceLength == 0) {
            value = pmf(k);
            if (value == 0.0)
                return;
        } else {
            value *= ratioOutward(k - sign, side);
        }
        cells[static_cast<std::size_t>(k - first)] = value;
    }
}

std::int64_t CountLaw::quantile(double u) const {
    if (std::isnan(u))
        throw std::domain_error("CountLaw::quantile: u is NaN");
    if (u <= 0.0)
        return 0;
    if (u >= 1.0)
        return upperQuantile(0.0);
    return smallest(normalGuess(normalQuantile(u)), [&](std::int64_t k) { return cdf(k) >= u; });
}

std::int64_t CountLaw::upperQuantile(double tail) const {
    if (std::isnan(tail))
        throw std::domain_error("CountLaw::upperQuantile: tail is NaN");
    if (tail >= 1.0)
        return 0;
    const double z = -normalQuantile(std::max(tail, std::numeric_limits<double>::min()));
    return smallest(normalGuess(z), [&](std::int64_t k) { return survival(k) <= tail; });
}

/// mean + z sigma with the Cornish-Fisher correction for skewness, inside the support.
std::int64_t CountLaw::normalGuess(double z) const {
    const double deviation = std::sqrt(variance());
    if (deviation == 0.0)
        return mode();
    const double guess = mean() + deviation * (z + skewness() * (z * z - 1.0) / 6.0);
    if (!(guess < 0x1p62))
        return std::min(maximum(), std::int64_t{1} << 62);
    return std::clamp<std::int64_t>(std::llround(guess), 0, maximum());
}

/**
 * The smallest k of the support for which a condition holds that holds from some k on: doubling
 * steps away from the guess until it is bracketed, then halving.
 */
std::int64_t CountLaw::smallest(std::int64_t guess,
                                const std::function<bool(std::int64_t)>& satisfied) const {
    std::int64_t below = -1; // fails there
    std::int64_t above = std::min(maximum(), std::numeric_limits<std::int64_t>::max() - 1);
    std::int64_t probe = guess;
    std::int64_t step = 1;
    bool sawFailure = false;
    bool sawSuccess = false;
    while (above - below > 1) {
        if (probe <= below || probe >= above)
            probe = below + (above - below) / 2;
        const bool holds = satisfied(probe);
        (holds ? above : below) = probe;
        (holds ? sawSuccess : sawFailure) = true;
        const std::int64_t width = above - below;
        const std::int64_t reach = std::min(step, width);
        probe = sawFailure && sawSuccess ? below + width / 2
                : holds                  ? above - reach
                                         : below + reach;
        step = 2 * reach;
    }
    return above;
}

} // namespace plumbline
