#pragma once

#include <optional>
#include <string>

namespace plumbline {

/// A check must hold where the theory is right; a comparison only informs.
enum class VerdictKind { check, comparison };

/// within: |measured - expected| <= tolerance. atMost: measured <= expected + tolerance.
enum class VerdictRule { within, atMost };

/**
 * One quantity, measured against theory. What is stored is what was found and what was demanded;
 * whether the two agree is derived.
 */
struct Verdict {
    std::string id;
    std::string title;
    VerdictKind kind = VerdictKind::check;
    VerdictRule rule = VerdictRule::within;
    std::optional<double> measured;
    std::optional<double> standardError;
    std::optional<double> expected;
    std::optional<double> tolerance; ///< from sigma, N and the number of checks, never from taste
    std::optional<double> pValue;    ///< raw: not corrected for looks or checks
    std::string undetermined;        ///< why nothing can be said; empty when something can
    std::string source;              ///< theorem or test, with author and year
    std::string note;

    /// Unset when undetermined or when measured, expected or tolerance is missing; false on NaN.
    std::optional<bool> agrees() const;

    /// (measured - expected) / standardError, where all three exist and the error is positive.
    std::optional<double> zScore() const;

    bool operator==(const Verdict&) const = default;
};

} // namespace plumbline
