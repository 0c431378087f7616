#include "core/lab/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

namespace plumbline {

namespace {

constexpr double kInt64Limit = 9223372036854775808.0; // 2^63

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

/// Restricted Damerau-Levenshtein distance over three rolling rows.
std::size_t editDistance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + cost});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::string digitsOf(double value, std::chars_format format) {
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format).ptr;
    std::string text(buffer.data(), end);
    // "1e+09" and "1e-07" are written "1e9" and "1e-7".
    if (const auto exponent = text.find('e'); exponent != std::string::npos) {
        if (text[exponent + 1] == '+')
            text.erase(exponent + 1, 1);
        const auto digits = exponent + (text[exponent + 1] == '-' ? 2 : 1);
        while (digits + 1 < text.size() && text[digits] == '0')
            text.erase(digits, 1);
    }
    return text == "-0" ? "0" : text;
}

} // namespace

std::string plainNumber(double value) {
    const bool plain = value == 0 || (std::fabs(value) >= 1e-5 && std::fabs(value) < 1e15);
    return digitsOf(value, plain ? std::chars_format::fixed : std::chars_format::scientific);
}

std::string compactNumber(double value) {
    const std::string plain = plainNumber(value);
    const std::string scientific = digitsOf(value, std::chars_format::scientific);
    return scientific.size() < plain.size() ? scientific : plain;
}

std::optional<double> parseNumber(std::string_view text) {
    if (text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty() || text.starts_with('+'))
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size())
        return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        // Below the smallest double is zero; beyond the largest is infinite, for the range to
        // refuse.
        const auto exponent = text.find_first_of("eE");
        const bool small =
            exponent != text.npos
                ? text.substr(exponent + 1).starts_with('-')
                : text.substr(0, text.find('.')).find_first_of("123456789") == text.npos;
        return small ? 0.0 : std::numeric_limits<double>::infinity();
    }
    if (error != std::errc{})
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size())
        return value;
    const auto number = parseNumber(text);
    if (!number || *number != std::floor(*number) || !(std::fabs(*number) < kInt64Limit))
        return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

std::string inQuotes(std::string_view text) {
    constexpr std::size_t kLongest = 80;
    std::string result = "\"";
    for (const char c : text.substr(0, kLongest)) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\x%02x", static_cast<unsigned char>(c));
            result += escape.data();
        } else {
            result += c;
        }
    }
    return result + (text.size() > kLongest ? "...\"" : "\"");
}

std::string joined(const std::vector<std::string>& names, const std::string& lastSeparator) {
    std::string result;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0)
            result += i + 1 == names.size() ? lastSeparator : ", ";
        result += names[i];
    }
    return result;
}

std::optional<std::string> nearestName(std::string_view unknown,
                                       const std::vector<std::string>& known) {
    constexpr std::size_t kLongestName = 64; // longer texts are no slips of a name
    if (unknown.empty() || unknown.size() > kLongestName)
        return std::nullopt;
    const std::string wanted = lowerCase(unknown);
    std::optional<std::string> best;
    std::size_t bestDistance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    for (const auto& name : known) {
        const std::string candidate = lowerCase(name);
        const bool abbreviates = wanted.size() >= 3 && candidate.starts_with(wanted);
        const std::size_t distance = abbreviates ? 1 : editDistance(wanted, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = name;
        }
    }
    return best;
}

std::string suggestion(std::string_view unknown, const std::vector<std::string>& known) {
    const auto nearest = nearestName(unknown, known);
    return nearest ? "; did you mean \"" + *nearest + "\"?" : "";
}

} // namespace plumbline
