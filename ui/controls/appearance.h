#pragma once

#include "ui/theme/theme.h"

#include <QPalette>
#include <QString>

class QWidget;

namespace plumbline {

/**
 * The theme as a palette, so that a custom-painted control reads its colours from palette() and
 * follows a change of theme without being told:
 *   Window background, Base and Button card, Mid line, Midlight grid, WindowText and Text text,
 *   PlaceholderText muted, Highlight accent, HighlightedText onAccent, BrightText differsText.
 */
QPalette paletteOf(const Theme& theme);

/// Rules for the stock widgets (buttons, edits, combo boxes, lists, menus, scroll bars, tool tips).
QString styleSheetOf(const Theme& theme);

/// Palette and body font of the whole application: a widget with a style sheet does not hand its
/// own down to its children.
void applyTheme(const Theme& theme);

/// The style sheet of a top-level widget and its children.
void applyTheme(QWidget& window, const Theme& theme);

/// Light or dark, as text and ground of the palette are.
ThemeChoice themeOf(const QPalette& palette);

/// Light or dark, as the desktop's own palette is: Qt 6.4 has no hint for it.
ThemeChoice themeOfDesktop();

} // namespace plumbline
