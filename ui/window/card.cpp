#include "ui/window/card.h"

#include <QPainter>

namespace plumbline {

Card::Card(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(&theme) {}

void Card::setTheme(const Theme& theme) {
    m_theme = &theme;
    update();
}

void Card::setTextScale(double scale) {
    m_textScale = scale;
    update();
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_textScale, m_textScale);
    painter.setPen(QPen(m_theme->line, 1));
    painter.setBrush(m_theme->card);
    painter.drawRoundedRect(QRectF(QPointF(), layoutSize()).adjusted(0.5, 0.5, -0.5, -0.5),
                            spacing::kRadius, spacing::kRadius);
}

} // namespace plumbline
