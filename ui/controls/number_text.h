#pragma once

#include <QString>

#include <cstdint>

/// Numbers in controls, where a value must read back as itself. The rest is core's number_format.
namespace plumbline {

/// 1234567 -> "1,234,567".
QString countText(std::int64_t count);

/// Shortest digits that read back, at least `decimals` behind the point: 0.3, 2 -> "0.30". A real
/// minus sign and commas between thousands; beyond 1e15 or below 1e-4 in powers of ten: "1e−5".
QString valueText(double value, int decimals = 0);

/// Digits behind the point that a step needs: 0.01 -> 2, 1 -> 0.
int decimalsOfStep(double step);

/// A speed with two digits and its prefix: 5.1e6 -> "5.1 M".
QString rateText(double perSecond);

/// Undoes grouping and the real minus, so that typed or pasted numbers read: "1,000" -> "1000".
/// Text that is not a well-grouped number is returned trimmed, as it is.
QString ungrouped(const QString& text);

} // namespace plumbline
