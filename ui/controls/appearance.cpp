#include "ui/controls/appearance.h"

#include <QApplication>
#include <QWidget>

namespace plumbline {
namespace {

QColor mixed(const QColor& a, const QColor& b, double shareOfB) {
    const auto mix = [shareOfB](int x, int y) {
        return static_cast<int>(x + (y - x) * shareOfB + 0.5);
    };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

constexpr auto kButtons = R"(
QPushButton { background: %card; color: %text; border: 1px solid %line; border-radius: 6px;
              padding: 5px 12px; min-height: 16px; }
QPushButton:hover { background: %hover; }
QPushButton:pressed { background: %pressed; }
QPushButton:disabled { color: %faint; }
QPushButton:checked { background: %pressed; }
QPushButton:focus { border: 2px solid %accent; padding: 4px 11px; }
QPushButton[compact="true"] { padding: 3px 10px; }
QPushButton[compact="true"]:focus { padding: 2px 9px; }
QPushButton[quiet="true"] { background: transparent; border: 1px solid transparent; color: %muted;
                            padding: 0 4px; }
QPushButton[quiet="true"]:hover { background: %hover; color: %text; }
QPushButton[quiet="true"]:focus { border: 1px solid %accent; color: %text; padding: 0 4px; }
QPushButton[primary="true"] { background: %accent; color: %onAccent; border: 1px solid %accent; }
QPushButton[primary="true"]:hover { background: %accentHover; border-color: %accentHover; }
QPushButton[primary="true"]:pressed { background: %accentPressed; border-color: %accentPressed; }
QPushButton[primary="true"]:focus { border: 2px solid %text; }
QPushButton[primary="true"]:disabled { background: %line; border-color: %line; color: %muted; }
)";

/// The style's own marks vanish on a dark card.
constexpr auto kMarks = R"(
QRadioButton, QCheckBox { spacing: 8px; }
QRadioButton::indicator, QCheckBox::indicator { width: 14px; height: 14px; background: %card;
    border: 1px solid %muted; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator:hover, QCheckBox::indicator:hover,
QRadioButton::indicator:focus, QCheckBox::indicator:focus { border-color: %accent; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid %accent; }
QCheckBox::indicator:checked { background: %accent; border-color: %accent;
    image: url(:/icons/check-%theme.svg); }
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled { border-color: %line; }
QRadioButton:focus, QCheckBox:focus { outline: none; color: %accent; }
)";

constexpr auto kEdits = R"(
QAbstractSpinBox, QLineEdit { background: %card; color: %text; border: 1px solid %line;
    border-radius: 4px; padding: 1px 6px; min-height: 18px;
    selection-background-color: %accent; selection-color: %onAccent; }
QAbstractSpinBox:hover, QLineEdit:hover { border-color: %lineHover; }
QAbstractSpinBox:focus, QLineEdit:focus { border-color: %accent; }
QAbstractSpinBox:disabled, QLineEdit:disabled { color: %faint; background: transparent; }
QAbstractSpinBox[invalid="true"], QLineEdit[invalid="true"] { border-color: %differsText; }
QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox { background: %card; color: %text; border: 1px solid %line; border-radius: 4px;
            padding: 1px 4px 1px 8px; min-height: 18px; }
QComboBox:hover { border-color: %lineHover; }
QComboBox:focus, QComboBox:on { border-color: %accent; }
QComboBox:disabled { color: %faint; background: transparent; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox QAbstractItemView { background: %card; color: %text; border: 1px solid %line;
    padding: 4px; outline: none; selection-background-color: %accent;
    selection-color: %onAccent; }
QComboBox QAbstractItemView::item { min-height: 22px; padding: 0 4px; }
)";

constexpr auto kSurfaces = R"(
QMainWindow, QDialog { background: %background; }
QFrame#topBar, QFrame#statusStrip, QFrame#sidePanel { background: %card; border: none; }
QFrame#topBar { border-bottom: 1px solid %line; }
QFrame#statusStrip { border-top: 1px solid %line; }
QFrame#sidePanel { border-left: 1px solid %line; }
QFrame#rule { background: %line; border: none; max-height: 1px; min-height: 1px; }
QTextBrowser { background: transparent; color: %text; border: none; }
QTextBrowser:focus { border: 1px solid %accent; }
QLabel { color: %text; background: transparent; }
QLabel[role="muted"] { color: %muted; }
QLabel[role="error"] { color: %differsText; }
QLabel:disabled { color: %faint; }
QLabel#errorBanner { background: %differsFill; color: %differsText; border-radius: 6px;
                     padding: 8px 12px; }
QFrame#banner { background: %listFill; border: none; border-bottom: 1px solid %line; }
QFrame#banner[tone="error"] { background: %differsFill; }
QFrame#banner[tone="error"] > QLabel { color: %differsText; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QListWidget#labList { background: %listFill; border: none; border-right: 1px solid %line;
                      outline: none; padding: 8px 8px; }
QListWidget#labList::item { color: %text; border-radius: 6px; padding: 0 16px; }
QListWidget#labList::item:disabled { color: %muted; padding: 0 8px; }
QListWidget#labList::item:focus { border: 1px solid %text; padding: 0 15px; }
QListWidget#labList::item:hover:enabled:!selected { background: %hover; }
QListWidget#labList::item:selected { background: %accent; color: %onAccent; }
QScrollArea#pageArea { border: 1px solid transparent; }
QScrollArea#pageArea:focus { border-color: %accent; }
QToolTip { background: %card; color: %text; border: 1px solid %line; padding: 4px 6px; }
)";

constexpr auto kMenusAndBars = R"(
QMenuBar { background: transparent; color: %muted; spacing: 0; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: %hover; color: %text; }
QMenu { background: %card; color: %text; border: 1px solid %line; padding: 4px; }
QMenu::item { padding: 5px 16px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: %accent; color: %onAccent; }
QMenu::item:disabled { color: %faint; }
QMenu::separator { height: 1px; background: %line; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: %lineHover; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: %muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

} // namespace

QPalette paletteOf(const Theme& theme) {
    QPalette palette;
    const QColor faint = mixed(theme.card, theme.muted, 0.55);
    palette.setColor(QPalette::Window, theme.background);
    palette.setColor(QPalette::Base, theme.card);
    palette.setColor(QPalette::AlternateBase, theme.background);
    palette.setColor(QPalette::Button, theme.card);
    palette.setColor(QPalette::ToolTipBase, theme.card);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Midlight, theme.grid);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, theme.text);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.line);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::BrightText, theme.differsText);
    return palette;
}

QString styleSheetOf(const Theme& theme) {
    const std::pair<const char*, QColor> colours[] = {
        {"%accentHover", mixed(theme.accent, theme.text, 0.12)},
        {"%accentPressed", mixed(theme.accent, theme.text, 0.24)},
        {"%accent", theme.accent},
        {"%onAccent", theme.onAccent},
        {"%background", theme.background},
        {"%card", theme.card},
        {"%differsText", theme.differsText},
        {"%differsFill", theme.differsFill},
        {"%faint", mixed(theme.card, theme.muted, 0.55)},
        {"%hover", mixed(theme.card, theme.text, 0.06)},
        {"%lineHover", mixed(theme.line, theme.muted, 0.35)},
        {"%line", theme.line},
        {"%listFill", mixed(theme.background, theme.line, 0.45)},
        {"%muted", theme.muted},
        {"%pressed", mixed(theme.card, theme.text, 0.12)},
        {"%text", theme.text},
    };
    QString sheet = QString::fromLatin1(kButtons) + QString::fromLatin1(kMarks) +
                    QString::fromLatin1(kEdits) + QString::fromLatin1(kSurfaces) +
                    QString::fromLatin1(kMenusAndBars);
    sheet.replace(QStringLiteral("%theme"), QString::fromStdString(themeName(theme.choice)));
    for (const auto& [placeholder, colour] : colours)
        sheet.replace(QLatin1String(placeholder), colour.name());
    return sheet;
}

void applyTheme(const Theme& theme) {
    QApplication::setFont(type::body());
    QApplication::setPalette(paletteOf(theme));
}

void applyTheme(QWidget& window, const Theme& theme) {
    window.setStyleSheet(styleSheetOf(theme));
}

ThemeChoice themeOf(const QPalette& palette) {
    const bool dark = palette.color(QPalette::Window).lightness() <
                      palette.color(QPalette::WindowText).lightness();
    return dark ? ThemeChoice::dark : ThemeChoice::light;
}

ThemeChoice themeOfDesktop() {
    return themeOf(QGuiApplication::palette());
}

} // namespace plumbline
