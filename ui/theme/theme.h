#pragma once

#include "core/lab/view_settings.h"

#include <QColor>
#include <QFont>
#include <QString>

namespace plumbline {

/// Colour roles, the type scale and spacing: the only place where a colour or a size is written.
struct Theme {
    ThemeChoice choice = ThemeChoice::light;
    QColor background, card, line, text, muted, grid, accent, onAccent;
    QColor simulated, law, alternative, band; ///< band carries its own opacity
    QColor agreesText, agreesFill, differsText, differsFill;

    /// Further categories: Okabe-Ito, to be used with a shape for each.
    QColor category(int index) const;

    static const Theme& of(ThemeChoice choice);

    bool operator==(const Theme& other) const { return choice == other.choice; }
};

namespace type {
/// Pixel sizes: ticks 11 (tabular figures), captions 12, body 13, titles 14 semibold.
QFont ticks();
QFont caption();
QFont body();
QFont strong(); ///< body, semibold
QFont title();
QFont symbol(); ///< italic serif, for parameter symbols and formulas
} // namespace type

namespace spacing {
inline constexpr int kTiny = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16;
inline constexpr int kHuge = 24;
inline constexpr int kRadius = 8;
} // namespace spacing

} // namespace plumbline
