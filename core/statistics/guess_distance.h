#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace plumbline {

/// A density that a reader drew: (x, y) with increasing x.
using Guess = std::vector<std::pair<double, double>>;

/// The guess at a place: linear between its points, level for half a bin beyond its ends, and 0
/// farther out and where it is negative or not finite.
double guessAt(const Guess& guess, double x, double binWidth);

struct JudgedGuess {
    Guess density;     ///< the guess, clipped at 0 and scaled so that it sums to one
    double distance{}; ///< total variation to the law, in [0, 1]
};

/**
 * Compares a guess with a law over bins of equal width. What counts is the guess' shape: it is
 * clipped at 0 and divided by its sum over the bins plus its area beyond them, so that
 *     distance = 1/2 (sum |g_i - f_i| + |g_outside - f_outside|),
 * g_i = guessAt(centre_i) width / sum, f_i = law_i width and f_outside = max(0, 1 - sum f_i).
 * Points of any size are safe. Unset for a guess without mass, without bins, and for a width that
 * is not positive. Throws std::invalid_argument if centres and law differ in length.
 */
std::optional<JudgedGuess> judgeGuess(const Guess& guess, std::span<const double> centres,
                                      double binWidth, std::span<const double> law);

} // namespace plumbline
