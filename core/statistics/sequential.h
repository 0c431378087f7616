#pragma once

#include "core/distributions/count_law.h"

#include <cstdint>

namespace plumbline {

/**
 * Thresholds for verdicts that are looked at while trials still come in. Looks may be taken at any
 * number of trials, any number of times: over all of them, and over all `checks` of a run, a true
 * law is called wrong with probability below `runAlpha`.
 *
 * runAlpha is divided evenly between the checks and the kOctaves doublings from 1 to 2^40 trials.
 * Within a doubling, a standardised sum of n draws crosses +-z with probability near
 *     2 phi(z) ((z - 1/z) ln 2/2 + 2/z)
 * (Siegmund 1985, eq. 4.40), and a standardised chi-square, which forgets twice as fast, crosses
 * the same tail with probability below 2 phi(z) (z ln 2 + 2/z). The latter serves for both.
 */
inline constexpr double kRunAlpha = 1e-3;
inline constexpr int kOctaves = 40;

/**
 * The z at which |estimate - expected|/(standard error) speaks against the law. The same for every
 * number of trials in [1, 2^40]; throws std::invalid_argument outside, for checks < 1, or for
 * runAlpha outside (0, 1).
 */
double sequentialZ(std::int64_t trials, int checks, double runAlpha = kRunAlpha);

/// The p-value below which a test speaks against the law: 2 (1 - Phi(sequentialZ)).
double sequentialAlpha(std::int64_t trials, int checks, double runAlpha = kRunAlpha);

/**
 * How far the mean of `trials` draws may lie from the law's mean at one look: the larger distance
 * of the two exact alpha/2 quantiles of their sum, which is binomial or Poisson itself. Where its
 * counts exceed 2^62, by Cornish-Fisher. Includes half a count and the rounding of the mean to a
 * double. Throws std::invalid_argument if trials < 1 or alpha is not in (0, 1).
 */
double meanTolerance(const CountLaw& law, std::int64_t trials, double alpha);

/**
 * How far the unbiased variance of `trials` draws may lie from the law's variance at one look; the
 * larger side. Never too small, also for skewed laws and few trials, where a Gamma law of matched
 * moments is: squared counts have heavy tails. Parts of alpha go to
 *     draws beyond the alpha/(16 n) quantiles, none of which is expected (alpha/8);
 *     the sum of (x - mean)^2 of the draws between them, by extremeAverage() (3 alpha/8 above,
 *     alpha/4 below);
 *     (sample mean - mean)^2, which only lowers the variance, by meanTolerance() (alpha/4).
 * 0 for a law of one count. Throws std::invalid_argument if trials < 2 or alpha is not in (0, 1).
 */
double varianceTolerance(const CountLaw& law, std::int64_t trials, double alpha);

/**
 * How far the covariance (divided by n) of `trials` pairs of independent counts may lie from 0 at
 * one look, by the same means: draws beyond the alpha/(32 n) quantiles (alpha/8), the sum of
 * products (alpha/4 a side) and the drift of both means (alpha/8 each). sqrt(n) r ~ N(0,1) calls
 * rare counts dependent far too often: one pair of coinciding rarities is enough.
 */
double covarianceTolerance(const CountLaw& x, const CountLaw& y, std::int64_t trials, double alpha);

} // namespace plumbline
