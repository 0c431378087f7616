#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace plumbline {

/// A surface with a 1-px line and rounded corners. Its colours are its own theme's and not the
/// application's, so that a picture can be light while the window is dark.
class Card : public QWidget {
    Q_OBJECT

  public:
    explicit Card(const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    /// Everything painted so many times as large; above 0.
    void setTextScale(double scale);

  protected:
    const Theme& theme() const { return *m_theme; }
    double textScale() const { return m_textScale; }

    /// The card's size in the units that it is painted in.
    QSizeF layoutSize() const { return QSizeF(size()) / m_textScale; }
    void paintEvent(QPaintEvent* event) override;

  private:
    const Theme* m_theme;
    double m_textScale = 1;
};

} // namespace plumbline
