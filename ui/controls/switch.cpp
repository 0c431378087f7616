#include "ui/controls/switch.h"

#include <QPainter>

namespace plumbline {
namespace {

constexpr int kWidth = 36;
constexpr int kHeight = 20;
constexpr double kMargin = 3;

} // namespace

Switch::Switch(QWidget* parent) : QCheckBox(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus); // a click leaves the space bar to the window
}

QSize Switch::sizeHint() const {
    return {kWidth, kHeight};
}

bool Switch::hitButton(const QPoint& position) const {
    return rect().contains(position);
}

void Switch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor off = palette().color(QPalette::PlaceholderText);
    const QColor on = palette().color(QPalette::Highlight);
    const QRectF body = QRectF(rect()).adjusted(1, 1, -1, -1);
    const double radius = body.height() / 2;
    painter.setPen(QPen(hasFocus() || isChecked() ? on : off, hasFocus() ? 2 : 1));
    painter.setBrush(isChecked() ? on : palette().color(QPalette::Base));
    painter.setOpacity(isEnabled() ? 1 : 0.45);
    painter.drawRoundedRect(body, radius, radius);
    const double knob = body.height() - 2 * kMargin;
    const double left = isChecked() ? body.right() - kMargin - knob : body.left() + kMargin;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? palette().color(QPalette::HighlightedText) : off);
    painter.drawEllipse(QRectF(left, body.top() + kMargin, knob, knob));
}

} // namespace plumbline
