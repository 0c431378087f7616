#include "ui/export/picture_size.h"

#include "core/lab/text.h"

#include <cmath>

namespace plumbline {
namespace {

constexpr double kUnitsPerInch = 96;
constexpr double kMillimetresPerInch = 25.4;
constexpr std::string_view kMillimetreSuffix = "mm";

/// Far more than any picture can have; keeps what follows inside int.
constexpr double kEndless = 1e9;

double unitsPer(LengthUnit unit) {
    return unit == LengthUnit::millimetres ? kUnitsPerInch / kMillimetresPerInch : 1;
}

int rounded(double length) {
    return static_cast<int>(std::lround(std::clamp(length, -kEndless, kEndless)));
}

} // namespace

QSizeF PictureSize::layout() const {
    return {width * unitsPer(unit), height * unitsPer(unit)};
}

QSize PictureSize::pixels(double scale) const {
    const QSizeF units = layout() * scale;
    return {rounded(units.width()), rounded(units.height())};
}

std::string PictureSize::text() const {
    return plainNumber(width) + "x" + plainNumber(height) +
           (unit == LengthUnit::millimetres ? std::string(kMillimetreSuffix) : "");
}

PictureSize PictureSize::in(LengthUnit other) const {
    if (other == unit)
        return *this;
    const double steps = other == LengthUnit::millimetres ? 10 : 1;
    const QSizeF exact = layout() / unitsPer(other);
    return {std::round(exact.width() * steps) / steps, std::round(exact.height() * steps) / steps,
            other};
}

std::variant<PictureSize, std::string> parsePictureSize(const std::string& text) {
    PictureSize size;
    std::string_view numbers = text;
    if (numbers.ends_with(kMillimetreSuffix)) {
        numbers.remove_suffix(kMillimetreSuffix.size());
        size.unit = LengthUnit::millimetres;
    }
    const auto cross = std::min(numbers.find('x'), numbers.size());
    const auto width = parseNumber(numbers.substr(0, cross));
    const auto height = parseNumber(numbers.substr(std::min(cross + 1, numbers.size())));
    const auto fits = [&](const std::optional<double>& side) {
        return side && std::isfinite(*side) &&
               (size.unit == LengthUnit::millimetres || *side == std::floor(*side));
    };
    if (!fits(width) || !fits(height))
        return "size must be WxH in whole pixels or WxHmm in millimetres, got " + inQuotes(text);
    size.width = *width;
    size.height = *height;
    return size;
}

} // namespace plumbline
