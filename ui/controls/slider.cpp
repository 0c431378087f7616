#include "ui/controls/slider.h"

#include "ui/controls/number_text.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr int kHeight = 20;
constexpr double kHandleRadius = 7;
constexpr double kRing = 2;
constexpr double kGroove = 4;
constexpr int kWheelStep = 120; ///< one notch, in eighths of a degree

} // namespace

/// Tells assistive tools the number and lets them set it.
class AccessibleSlider : public QAccessibleWidget, public QAccessibleValueInterface {
  public:
    explicit AccessibleSlider(Slider* slider)
        : QAccessibleWidget(slider, QAccessible::Slider), m_slider(slider) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Value ? valueText(m_slider->value())
                                          : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return m_slider->value(); }
    void setCurrentValue(const QVariant& value) override { m_slider->moveTo(value.toDouble()); }
    QVariant maximumValue() const override { return m_slider->scale().maximum(); }
    QVariant minimumValue() const override { return m_slider->scale().minimum(); }
    QVariant minimumStepSize() const override {
        const double value = m_slider->value();
        return std::abs(m_slider->scale().stepped(value, 1) - value);
    }

  private:
    Slider* m_slider;
};

namespace {

QAccessibleInterface* accessibleOf(const QString&, QObject* object) {
    if (auto* slider = qobject_cast<Slider*>(object))
        return new AccessibleSlider(slider);
    return nullptr;
}

} // namespace

Slider::Slider(const SliderScale& scale, QWidget* parent)
    : QWidget(parent), m_scale(scale), m_value(scale.minimum()) {
    [[maybe_unused]] static const bool installed =
        (QAccessible::installFactory(accessibleOf), true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Slider::setValue(double value) {
    if (value == m_value)
        return;
    m_value = value;
    update();
    QAccessibleValueChangeEvent event(this, value);
    QAccessible::updateAccessibility(&event);
}

void Slider::moveTo(double value) {
    value = std::clamp(value, m_scale.minimum(), m_scale.maximum());
    if (value == m_value)
        return;
    setValue(value);
    emit valueMoved(value);
}

QPoint Slider::handleCentre() const {
    const double run = width() - 2 * kHandleRadius - 2;
    const double x = kHandleRadius + 1 + run * m_scale.fraction(m_value);
    return {static_cast<int>(std::lround(x)), height() / 2};
}

double Slider::fractionAt(double x) const {
    const double run = std::max(1.0, width() - 2 * kHandleRadius - 2);
    return std::clamp((x - kHandleRadius - 1) / run, 0.0, 1.0);
}

QSize Slider::sizeHint() const {
    return {160, kHeight};
}

QSize Slider::minimumSizeHint() const {
    return {60, kHeight};
}

void Slider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QPoint centre = handleCentre();
    const double middle = height() / 2.0;
    const QRectF groove(0, middle - kGroove / 2, width(), kGroove);
    painter.setBrush(palette().color(QPalette::Mid));
    painter.drawRoundedRect(groove, kGroove / 2, kGroove / 2);
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(groove.topLeft(), QSizeF(centre.x(), kGroove)), kGroove / 2,
                            kGroove / 2);
    if (isEnabled() && (hasFocus() || m_hovered)) {
        QColor halo = accent;
        halo.setAlphaF(hasFocus() ? 0.28F : 0.16F);
        painter.setBrush(halo);
        painter.drawEllipse(QPointF(centre.x(), middle), kHandleRadius + 3, kHandleRadius + 3);
    }
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(QPen(accent, kRing));
    painter.drawEllipse(QPointF(centre.x(), middle), kHandleRadius - kRing / 2 + 0.5,
                        kHandleRadius - kRing / 2 + 0.5);
}

void Slider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_dragging = true;
    const double fromCentre = event->position().x() - handleCentre().x();
    const bool onHandle = std::abs(fromCentre) <= kHandleRadius + 1;
    m_grabOffset = onHandle ? fromCentre : 0;
    if (!onHandle)
        moveTo(m_scale.valueAt(fractionAt(event->position().x())));
}

void Slider::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragging)
        moveTo(m_scale.valueAt(fractionAt(event->position().x() - m_grabOffset)));
}

void Slider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        m_dragging = false;
}

void Slider::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Up:
        return moveTo(m_scale.stepped(m_value, 1));
    case Qt::Key_Left:
    case Qt::Key_Down:
        return moveTo(m_scale.stepped(m_value, -1));
    case Qt::Key_PageUp:
        return moveTo(m_scale.paged(m_value, 1));
    case Qt::Key_PageDown:
        return moveTo(m_scale.paged(m_value, -1));
    case Qt::Key_Home:
        return moveTo(m_scale.minimum());
    case Qt::Key_End:
        return moveTo(m_scale.maximum());
    default:
        QWidget::keyPressEvent(event);
    }
}

void Slider::wheelEvent(QWheelEvent* event) {
    const int notches = event->angleDelta().y() / kWheelStep;
    if (!hasFocus() || notches == 0)
        return event->ignore();
    moveTo(m_scale.stepped(m_value, notches));
    event->accept();
}

void Slider::enterEvent(QEnterEvent*) {
    m_hovered = true;
    update();
}

void Slider::leaveEvent(QEvent*) {
    m_hovered = false;
    update();
}

} // namespace plumbline
