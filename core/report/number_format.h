#pragma once

#include <cstdint>
#include <optional>
#include <string>

/**
 * Numbers as a reader sees them, in UTF-8 and independent of the locale: a real minus sign
 * (U+2212), commas between thousands, powers of ten with superscripts. Not for files: JSON and CSV
 * keep full precision. NaN is "NaN", infinities are "∞" and "−∞", and a negative zero is "0".
 */
namespace plumbline {

/// 1000000 -> "1,000,000".
std::string formatCount(std::int64_t count);

/// Exactly that many decimals: (-1234.5, 2) -> "−1,234.50".
std::string formatFixed(double value, int decimals);

/// Mantissa with that many decimals: (1.23e9, 1) -> "1.2×10⁹".
std::string formatScientific(double value, int decimals);

/// At most that many significant digits and no trailing zeros; scientific when that is far from
/// one.
std::string formatNumber(double value, int significantDigits = 6);

/// As formatFixed with an explicit plus: (0.4, 1) -> "+0.4". What rounds to zero has no sign.
std::string formatSigned(double value, int decimals);

/// An integer as superscripts: -12 -> "⁻¹²".
std::string superscript(int value);

/// A value and its standard error at the same number of decimals.
struct FormattedValue {
    std::string value;
    std::string error; ///< empty when there is none
    std::string scale; ///< "×10⁹", shared by both; empty when they are plain

    /// "70.012 ± 0.032", "(1.2345 ± 0.0012)×10⁹", or the value alone.
    std::string text() const;
};

/// How a value with a standard error is written, for others that are to be compared with it.
struct ValueFormat {
    int decimals = 0;
    int exponent = 0; ///< of the power of ten that is split off; 0 for plain numbers
};

/**
 * Two significant digits of the standard error decide the decimals of both: 70.0117 with 0.0318 is
 * "70.012" and "0.032". Unset without a usable error (unset, zero, not finite).
 */
std::optional<ValueFormat> valueFormat(double value, std::optional<double> standardError);

/// Both by valueFormat(). Without a usable error the value is formatNumber's.
FormattedValue formatValue(double value, std::optional<double> standardError);

/// Another value in the same way: "69.998", "1.2345×10⁹".
std::string formatLike(const ValueFormat& format, double value);

/// A difference with an explicit plus: "+0.012". Three significant digits without a format.
std::string formatDifference(double difference, const std::optional<ValueFormat>& format);

} // namespace plumbline
