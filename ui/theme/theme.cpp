#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QStringList>

#include <array>

namespace plumbline {
namespace {

/// Of the neutral grey under a curve, so that bars and grid stay visible through it.
constexpr double kBandOpacity = 0.28;

QColor translucent(QRgb colour, double opacity) {
    QColor result(colour);
    result.setAlphaF(static_cast<float>(opacity));
    return result;
}

Theme makeLight() {
    Theme theme;
    theme.choice = ThemeChoice::light;
    theme.background = QColor(0xf6f7f9);
    theme.card = QColor(0xffffff);
    theme.line = QColor(0xdfe3e8);
    theme.text = QColor(0x1b1f24);
    theme.muted = QColor(0x5b6673);
    theme.grid = QColor(0xe9ecef);
    theme.accent = QColor(0x0b66c2);
    theme.onAccent = QColor(0xffffff);
    theme.simulated = QColor(0x56b4e9);
    theme.law = QColor(0xc44e00);
    theme.alternative = QColor(0x00795a);
    theme.band = translucent(0x6b7785, kBandOpacity);
    theme.agreesText = QColor(0x0a7a3d);
    theme.agreesFill = QColor(0xe6f4ec);
    theme.differsText = QColor(0xb3261e);
    theme.differsFill = QColor(0xfbe9e7);
    return theme;
}

Theme makeDark() {
    Theme theme;
    theme.choice = ThemeChoice::dark;
    theme.background = QColor(0x14171b);
    theme.card = QColor(0x1c2026);
    theme.line = QColor(0x2c323a);
    theme.text = QColor(0xe8ecf0);
    theme.muted = QColor(0x9aa6b2);
    theme.grid = QColor(0x2a3038);
    theme.accent = QColor(0x5aa9ff);
    theme.onAccent = QColor(0x14171b);
    theme.simulated = QColor(0x4aa3d8);
    theme.law = QColor(0xff9a4d);
    theme.alternative = QColor(0x3ecf9e);
    theme.band = translucent(0xaab6c2, kBandOpacity);
    theme.agreesText = QColor(0x5fd08c);
    theme.agreesFill = QColor(0x16301f);
    theme.differsText = QColor(0xff8a80);
    theme.differsFill = QColor(0x3a1d1b);
    return theme;
}

/// The first family that is installed; the last one is what the system substitutes.
QStringList installed(const QStringList& wanted) {
    const QStringList families = QFontDatabase::families();
    for (const QString& family : wanted) {
        if (families.contains(family))
            return {family};
    }
    return {wanted.back()};
}

const QStringList& sansFamilies() {
    static const QStringList families =
        installed({"Inter", "Inter Variable", "Noto Sans", "DejaVu Sans", "Sans Serif"});
    return families;
}

const QStringList& serifFamilies() {
    static const QStringList families = installed(
        {"STIX Two Text", "Libertinus Serif", "Liberation Serif", "DejaVu Serif", "Serif"});
    return families;
}

QFont makeFont(const QStringList& families, int pixels, QFont::Weight weight = QFont::Normal) {
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

} // namespace

QColor Theme::category(int index) const {
    // Okabe and Ito (2008). Yellow and black vanish on one of the cards, so each theme shifts them.
    static constexpr std::array<QRgb, 8> kLight = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7,
                                                   0xe69f00, 0x56b4e9, 0xa89b00, 0x3b4350};
    static constexpr std::array<QRgb, 8> kDark = {0x56b4e9, 0xff8a3d, 0x2fc59a, 0xe294c1,
                                                  0xe69f00, 0x4f8fd6, 0xf0e442, 0xc9d1d9};
    const auto& colours = choice == ThemeChoice::light ? kLight : kDark;
    const auto count = static_cast<int>(colours.size());
    return QColor(colours[static_cast<std::size_t>(((index % count) + count) % count)]);
}

const Theme& Theme::of(ThemeChoice choice) {
    static const Theme light = makeLight();
    static const Theme dark = makeDark();
    return choice == ThemeChoice::light ? light : dark;
}

namespace type {

QFont ticks() {
    static const QFont font = makeFont(sansFamilies(), 11);
    return font;
}

QFont caption() {
    static const QFont font = makeFont(sansFamilies(), 12);
    return font;
}

QFont body() {
    static const QFont font = makeFont(sansFamilies(), 13);
    return font;
}

QFont strong() {
    static const QFont font = makeFont(sansFamilies(), 13, QFont::DemiBold);
    return font;
}

QFont title() {
    static const QFont font = makeFont(sansFamilies(), 14, QFont::DemiBold);
    return font;
}

QFont symbol() {
    static const QFont font = [] {
        QFont italic = makeFont(serifFamilies(), 15);
        italic.setItalic(true);
        return italic;
    }();
    return font;
}

} // namespace type
} // namespace plumbline
