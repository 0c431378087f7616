#include "ui/window/drop_overlay.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace plumbline {
namespace {

constexpr int kVeil = 200; ///< of 255: what lies beneath can be told, not read

} // namespace

DropOverlay::DropOverlay(QWidget* window) : QWidget(window) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::showOver(const QString& text) {
    m_text = text;
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlpha(kVeil);
    painter.fillRect(rect(), veil);
    const QRect frame =
        rect().adjusted(spacing::kMedium, spacing::kMedium, -spacing::kMedium, -spacing::kMedium);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2, Qt::DashLine));
    painter.drawRoundedRect(frame, spacing::kRadius, spacing::kRadius);
    painter.setFont(type::title());
    painter.setPen(palette().color(QPalette::WindowText));
    const int margin = spacing::kHuge;
    painter.drawText(frame.adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

} // namespace plumbline
