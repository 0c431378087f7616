#include "ui/charts/navigation_overlay.h"

#include "ui/charts/figure_view.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace plumbline {
namespace {

constexpr double kResetHeight = 20;
constexpr float kBandOpacity = 0.12F;
constexpr double kRing = 2;
constexpr double kRingRadius = spacing::kRadius - 3; ///< concentric with the card round the view

} // namespace

NavigationOverlay::NavigationOverlay(FigureView& view) : QWidget(&view), m_view(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void NavigationOverlay::setState(const State& state) {
    m_state = state;
    const bool needed = state != State();
    if (needed) {
        setGeometry(m_view.rect());
        raise();
        update();
    }
    setVisible(needed);
}

QRectF NavigationOverlay::resetRectangle() const {
    const double width = std::ceil(QFontMetricsF(type::ticks()).horizontalAdvance(tr("Reset"))) +
                         2 * spacing::kSmall;
    return QRectF(m_view.layoutSize().width() - spacing::kSmall - width, spacing::kSmall, width,
                  kResetHeight);
}

bool NavigationOverlay::isOnReset(const QPointF& position) const {
    return m_state.canReset && resetRectangle().contains(position);
}

void NavigationOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_view.textScale(), m_view.textScale());
    if (m_state.band)
        paintBand(painter);
    if (m_state.canReset)
        paintReset(painter);
    if (!m_state.focused)
        return;
    const QRectF all(QPointF(), m_view.layoutSize());
    constexpr double kHalf = kRing / 2;
    painter.setPen(QPen(m_view.theme().accent, kRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(all.adjusted(kHalf, kHalf, -kHalf, -kHalf), kRingRadius, kRingRadius);
}

void NavigationOverlay::paintReset(QPainter& painter) const {
    const Theme& theme = m_view.theme();
    const QRectF place = resetRectangle();
    // Nothing of a long title beside it.
    painter.fillRect(place.adjusted(-spacing::kSmall, 0, 0, 0), theme.card);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), kResetHeight / 2,
                            kResetHeight / 2);
    painter.setFont(type::ticks());
    painter.setPen(theme.accent);
    painter.drawText(place, Qt::AlignCenter, tr("Reset"));
}

void NavigationOverlay::paintBand(QPainter& painter) const {
    QColor fill = m_view.theme().accent;
    fill.setAlphaF(kBandOpacity);
    painter.setPen(QPen(m_view.theme().accent, 1));
    painter.setBrush(fill);
    painter.drawRect(m_state.band->adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace plumbline
