#include "ui/window/falling_counts.h"

#include "ui/theme/contrast.h"
#include "ui/theme/tabular.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace plumbline {
namespace {

constexpr int kFrameMilliseconds = 16;
constexpr double kFallMilliseconds = 380;
constexpr double kSpreadMilliseconds = 160; ///< between the first and the last of many
constexpr double kSmallToken = 9;
constexpr double kTokenHeight = 22;
constexpr double kTokenPadding = 9;

/// On the parabola from `from` to `to` that leaves and arrives along `over`.
QPointF placeAt(const FallingCount& count, double t) {
    const double rest = 1 - t;
    return rest * rest * count.from + 2 * rest * t * count.over + t * t * count.to;
}

} // namespace

FallingCounts::FallingCounts(QWidget* parent)
    : QWidget(parent), m_theme(&Theme::of(ThemeChoice::light)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_frame.setInterval(kFrameMilliseconds);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &FallingCounts::move);
}

bool FallingCounts::isMotionWanted() const {
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0 &&
           !qEnvironmentVariableIsSet("PLUMBLINE_REDUCED_MOTION");
}

bool FallingCounts::drop(std::vector<FallingCount> counts, const Theme& theme) {
    clear();
    if (counts.empty() || !parentWidget()->isVisible() || !isMotionWanted())
        return false;
    m_counts = std::move(counts);
    m_theme = &Theme::of(theme.choice);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    m_clock.start();
    m_frame.start();
    move();
    return true;
}

void FallingCounts::clear() {
    m_counts.clear();
    m_frame.stop();
    m_painted = {};
    hide();
}

void FallingCounts::move() {
    if (progress(m_counts.size() - 1) >= 1)
        return hide();
    const QRegion now = tokens();
    update(m_painted | now);
    m_painted = now;
}

void FallingCounts::hideEvent(QHideEvent*) {
    if (!isFalling())
        return;
    clear();
    emit landed();
}

/// From 0 to 1, gathering speed.
double FallingCounts::progress(std::size_t index) const {
    const double share = static_cast<double>(index) / static_cast<double>(m_counts.size());
    const double elapsed = static_cast<double>(m_clock.elapsed()) - share * kSpreadMilliseconds;
    const double time = std::clamp(elapsed / kFallMilliseconds, 0.0, 1.0);
    return time * time;
}

QRectF FallingCounts::token(std::size_t index) const {
    const FallingCount& count = m_counts[index];
    QSizeF size(kSmallToken, kSmallToken);
    if (!count.text.isEmpty())
        size = {
            std::max(kTokenHeight, tabularWidth(type::strong(), count.text) + 2 * kTokenPadding),
            kTokenHeight};
    QRectF rectangle(QPointF(), size);
    rectangle.moveCenter(placeAt(count, progress(index)));
    return rectangle;
}

QRegion FallingCounts::tokens() const {
    QRegion region;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        region |= token(i).toAlignedRect().adjusted(-2, -2, 2, 2);
    return region;
}

void FallingCounts::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(type::strong());
    const QColor ink = contrastRatio(m_theme->simulated, m_theme->text) >
                               contrastRatio(m_theme->simulated, m_theme->background)
                           ? m_theme->text
                           : m_theme->background;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (progress(i) >= 1)
            continue;
        const QRectF place = token(i);
        painter.setPen(QPen(m_theme->card, 1.5));
        painter.setBrush(m_theme->simulated);
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2);
        painter.setPen(ink);
        drawTabular(painter, place, Qt::AlignCenter, m_counts[i].text);
    }
}

} // namespace plumbline
