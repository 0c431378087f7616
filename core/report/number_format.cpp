#include "core/report/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace plumbline {
namespace {

constexpr std::string_view kMinus = "\u2212";

/// Values outside these are read more easily with a power of ten.
constexpr double kLargestPlain = 1e7;
constexpr double kSmallestPlain = 1e-4;

/// A double of magnitude 1e308 with decimals needs 309 digits and a little more.
constexpr std::size_t kBufferSize = 400;
constexpr int kMaxDecimals = 20;

std::optional<std::string> notFinite(double value) {
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? std::string("∞") : std::string(kMinus) + "∞";
    return std::nullopt;
}

/// Digits of |value|, without a sign.
std::string digits(double value, std::chars_format format, int decimals) {
    std::array<char, kBufferSize> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                   format, std::clamp(decimals, 0, kMaxDecimals));
    return {buffer.data(), end.ptr};
}

bool isZero(const std::string& text) {
    return text.find_first_not_of("0.") == std::string::npos;
}

void groupThousands(std::string& text) {
    const auto point = std::min(text.find('.'), text.size());
    for (auto at = point; at > 3; at -= 3)
        text.insert(at - 3, 1, ',');
}

void trimZeros(std::string& text) {
    if (text.find('.') == std::string::npos)
        return;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
}

std::string withSign(double value, std::string text) {
    return value < 0 && !isZero(text) ? std::string(kMinus) + text : text;
}

struct Scientific {
    std::string mantissa;
    int exponent = 0;
};

Scientific split(double value, int decimals) {
    const std::string text = digits(value, std::chars_format::scientific, decimals);
    const auto at = text.find('e');
    int exponent = 0;
    const char* first = text.data() + at + 1;
    std::from_chars(*first == '+' ? first + 1 : first, text.data() + text.size(), exponent);
    return {text.substr(0, at), exponent};
}

std::string powerOfTen(int exponent) {
    return "×10" + superscript(exponent);
}

bool readsPlain(double magnitude) {
    return magnitude == 0 || (magnitude < kLargestPlain && magnitude >= kSmallestPlain);
}

} // namespace

std::string superscript(int value) {
    static constexpr std::array<std::string_view, 10> kDigits = {"⁰", "¹", "²", "³", "⁴",
                                                                 "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string result = value < 0 ? "⁻" : "";
    for (const char digit : std::to_string(std::abs(value)))
        result += kDigits[static_cast<std::size_t>(digit - '0')];
    return result;
}

std::string formatCount(std::int64_t count) {
    std::string text = std::to_string(count);
    const bool negative = text.front() == '-';
    if (negative)
        text.erase(0, 1);
    groupThousands(text);
    return negative ? std::string(kMinus) + text : text;
}

std::string formatFixed(double value, int decimals) {
    if (const auto word = notFinite(value))
        return *word;
    std::string text = digits(value, std::chars_format::fixed, decimals);
    groupThousands(text);
    return withSign(value, text);
}

std::string formatScientific(double value, int decimals) {
    if (const auto word = notFinite(value))
        return *word;
    const Scientific parts = split(value, decimals);
    return withSign(value, parts.mantissa) + powerOfTen(parts.exponent);
}

std::string formatNumber(double value, int significantDigits) {
    if (const auto word = notFinite(value))
        return *word;
    Scientific parts = split(value, significantDigits - 1);
    if (!readsPlain(std::abs(value))) {
        trimZeros(parts.mantissa);
        return withSign(value, parts.mantissa) + powerOfTen(parts.exponent);
    }
    const int decimals = std::max(0, significantDigits - 1 - parts.exponent);
    std::string text = digits(value, std::chars_format::fixed, decimals);
    trimZeros(text);
    groupThousands(text);
    return withSign(value, text);
}

std::string formatSigned(double value, int decimals) {
    const std::string text = formatFixed(value, decimals);
    return value > 0 && !isZero(text) ? "+" + text : text;
}

std::string FormattedValue::text() const {
    if (error.empty())
        return value + scale;
    const std::string both = value + " ± " + error;
    return scale.empty() ? both : "(" + both + ")" + scale;
}

std::optional<ValueFormat> valueFormat(double value, std::optional<double> standardError) {
    if (!std::isfinite(value) || !standardError || !std::isfinite(*standardError) ||
        *standardError <= 0)
        return std::nullopt;
    const double larger = std::max(std::abs(value), *standardError);
    const int exponent = readsPlain(larger) ? 0 : split(larger, 1).exponent;
    return ValueFormat{std::max(0, exponent + 1 - split(*standardError, 1).exponent), exponent};
}

FormattedValue formatValue(double value, std::optional<double> standardError) {
    const auto format = valueFormat(value, standardError);
    if (!format)
        return {formatNumber(value), {}, {}};
    const double unit = std::pow(10.0, format->exponent);
    return {formatFixed(value / unit, format->decimals),
            formatFixed(*standardError / unit, format->decimals),
            format->exponent == 0 ? std::string() : powerOfTen(format->exponent)};
}

std::string formatLike(const ValueFormat& format, double value) {
    const std::string text = formatFixed(value / std::pow(10.0, format.exponent), format.decimals);
    return format.exponent == 0 || isZero(text) ? text : text + powerOfTen(format.exponent);
}

std::string formatDifference(double difference, const std::optional<ValueFormat>& format) {
    constexpr int kDigits = 3;
    const std::string text =
        format ? formatLike(*format, difference) : formatNumber(difference, kDigits);
    return difference > 0 && !isZero(text) ? "+" + text : text;
}

} // namespace plumbline
