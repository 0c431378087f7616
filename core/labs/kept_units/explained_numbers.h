#pragma once

#include "core/lab/explanation.h"
#include "core/labs/kept_units/setting.h"
#include "core/report/report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The numbers that the explanations of fixed and of random M share, as their readers see them.
namespace plumbline::kept_units {

/// The bar that holds the law's mode, and its band.
struct SeenAtMode {
    std::int64_t low = 0;
    std::int64_t count = 0;
    std::int64_t high = 0;
    std::int64_t binWidth = 1;
    double fraction = 0; ///< of the trials, per count
    bool inside() const { return low <= count && count <= high; }
};

/// Nothing without trials.
std::optional<SeenAtMode> seenAtMode(const Report& report, std::int64_t mode);

/// A number of units in a formula: "70", "1,000,000".
std::string units(std::int64_t count);

/// A parameter or what follows from it in six digits, but never "1" for what is only near 1.
std::string exactly(double value);

/// 1 − p in digits, or as a difference where it is too near to 1 for any.
std::string keepText(const Setting& setting);

/// A result in three digits.
std::string roughly(double value);

/// "0.7<sup>70</sup>", and a base with a power of ten of its own in parentheses.
std::string power(const std::string& base, const std::string& exponent);

/// "<i>e</i><sup>−70</sup>".
std::string exponential(double exponent);

/// "<i>e</i><sup>−70</sup> · 70<sup>70</sup> / 70!"; the mean must not be 0.
std::string poissonMass(double mean, std::int64_t count);

/// "You see **0.0874**, inside the band."; empty without trials.
std::string seenNote(const Report& report, const CountLaw& law);

/// The simultaneous band at the mode, and that formula of it.
Formula bandFormula(const Report& report, const CountLaw& law);

/// What the marks of the main figure stand for; law and alternative in words.
std::vector<PlottedItem> plottedItems(const Report& report, const std::string& law,
                                      const std::string& alternative);

/// What limits every comparison here: dependent masks, looking often, samplers of the law itself.
std::vector<std::string> sharedConditions(const Setting& setting);

/// A preset as a suggestion; nothing where it is on show already.
void suggestPreset(Explanation& explanation, const Report& report, const std::string& id);

} // namespace plumbline::kept_units
