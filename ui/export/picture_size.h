#pragma once

#include <QSize>
#include <QSizeF>

#include <string>
#include <variant>

namespace plumbline {

enum class LengthUnit { pixels, millimetres };

/**
 * How large a picture is, exactly as asked for. Layout knows one unit, 1/96 inch, which is a pixel
 * at scale 1; millimetres are a fractional number of it.
 */
struct PictureSize {
    double width = 0;
    double height = 0;
    LengthUnit unit = LengthUnit::pixels;
    bool operator==(const PictureSize&) const = default;

    QSizeF layout() const;

    /// Layout units times scale, rounded.
    QSize pixels(double scale) const;

    /// "1280x800" or "160x100mm".
    std::string text() const;

    /// The same in the other unit; pixels are rounded to whole ones, millimetres to tenths.
    PictureSize in(LengthUnit other) const;
};

/// Reads "1280x800" or "160x100mm"; else says what was expected. Whether a picture can have the
/// size is checkImageRequest()'s to say.
std::variant<PictureSize, std::string> parsePictureSize(const std::string& text);

} // namespace plumbline
