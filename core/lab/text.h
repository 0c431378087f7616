#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Numbers and names in the text that people and programs write.
namespace plumbline {

/// The fewest decimal digits that read back as the same double: "0.3", "1000000", "1e300", "nan".
std::string plainNumber(double value);

/// The same, but "1e6" and "1e9" where that is shorter: for ranges in messages.
std::string compactNumber(double value);

/// The whole text as a double; nothing for anything else. Accepts a leading plus sign.
std::optional<double> parseNumber(std::string_view text);

/// The whole text as a 64-bit integer; "1e6" is one, "2.5" and "1e30" are not.
std::optional<std::int64_t> parseInteger(std::string_view text);

/// The text in double quotes, cut at 80 bytes, control characters as \xNN: for messages.
std::string inQuotes(std::string_view text);

/// "a, b and c".
std::string joined(const std::vector<std::string>& names, const std::string& lastSeparator);

/**
 * The known name nearest to the unknown one: fewest insertions, deletions, replacements and swaps
 * of neighbours (Damerau 1964), ignoring case. Nothing when none is near enough to be meant.
 */
std::optional<std::string> nearestName(std::string_view unknown,
                                       const std::vector<std::string>& known);

/// `; did you mean "lambda"?`, or nothing.
std::string suggestion(std::string_view unknown, const std::vector<std::string>& known);

} // namespace plumbline
