#include "ui/controls/combo_box.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace plumbline {
namespace {

constexpr double kArrowFromRight = 13;
constexpr double kArrowHalfWidth = 3.5;

} // namespace

ComboBox::ComboBox(QWidget* parent) : QComboBox(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(AdjustToContents);
    // The stock delegate of a combo box ignores the style sheet's item rules.
    setItemDelegate(new QStyledItemDelegate(this));
}

void ComboBox::paintEvent(QPaintEvent* event) {
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto group = isEnabled() ? QPalette::Normal : QPalette::Disabled;
    painter.setPen(QPen(palette().color(group, QPalette::Text), 1.4, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    const QPointF tip(width() - kArrowFromRight, height() / 2.0 + kArrowHalfWidth / 2);
    QPainterPath arrow(tip + QPointF(-kArrowHalfWidth, -kArrowHalfWidth));
    arrow.lineTo(tip);
    arrow.lineTo(tip + QPointF(kArrowHalfWidth, -kArrowHalfWidth));
    painter.drawPath(arrow);
}

void ComboBox::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

} // namespace plumbline
