#include "ui/window/status_strip.h"

#include "ui/controls/number_text.h"
#include "ui/theme/tabular.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr int kStripHeight = 28;
constexpr QSize kBar(180, 6);
constexpr int kShortestBar = 40;
constexpr int kQuietMilliseconds = 2000;
constexpr int kRoomForFrameTime = 760;
constexpr int kFrameTimeMilliseconds = 400; ///< faster, nobody reads it

int captionWidth(const QString& text) {
    return static_cast<int>(std::ceil(tabularWidth(type::caption(), text)));
}

} // namespace

SteadyText::SteadyText(QWidget* parent) : QWidget(parent) {
    setFont(type::caption());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void SteadyText::setText(const QString& text) {
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    const int width = captionWidth(text);
    if (width > m_width) {
        m_width = width;
        updateGeometry();
    }
    update();
}

void SteadyText::setWidest(const QString& text) {
    const int width = captionWidth(text);
    if (width == m_width)
        return;
    m_width = width;
    updateGeometry();
}

QSize SteadyText::sizeHint() const {
    return {m_width, QFontMetrics(type::caption()).height()};
}

void SteadyText::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(type::caption());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    drawTabular(painter, rect(), Qt::AlignLeft | Qt::AlignVCenter, m_text);
}

SlimProgress::SlimProgress(QWidget* parent) : QWidget(parent) {
    setFixedHeight(kBar.height());
    setMinimumWidth(kShortestBar);
    setMaximumWidth(kBar.width());
    setAccessibleName(tr("Progress"));
}

void SlimProgress::setFraction(double fraction) {
    if (fraction == m_fraction)
        return;
    m_fraction = std::clamp(fraction, 0.0, 1.0);
    update();
}

void SlimProgress::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Mid));
    const double radius = height() / 2.0;
    painter.drawRoundedRect(rect(), radius, radius);
    if (m_fraction <= 0)
        return;
    painter.setBrush(palette().color(QPalette::Highlight));
    const double width = std::max(2 * radius, m_fraction * this->width());
    painter.drawRoundedRect(QRectF(0, 0, width, height()), radius, radius);
}

NoteText::NoteText(QWidget* parent) : QWidget(parent) {
    setFont(type::caption());
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietMilliseconds);
    connect(&m_quiet, &QTimer::timeout, this, &NoteText::say);
}

void NoteText::setText(const QString& text) {
    if (text == m_text)
        return;
    m_text = text;
    update();
    if (!m_quiet.isActive())
        say();
}

void NoteText::say() {
    if (accessibleName() == m_text)
        return;
    setAccessibleName(m_text);
    m_quiet.start();
}

void NoteText::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(type::caption());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    drawTabular(painter, rect(), Qt::AlignLeft | Qt::AlignVCenter,
                cutToFit(type::caption(), m_text, width()));
}

StatusStrip::StatusStrip(QWidget* parent) : QFrame(parent) {
    buildControls();
}

void StatusStrip::buildControls() {
    setObjectName(QStringLiteral("statusStrip"));
    setFixedHeight(kStripHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::kLarge, 0, spacing::kLarge, 0);
    row->setSpacing(spacing::kLarge);
    m_trials = new SteadyText;
    m_progress = new SlimProgress;
    m_state = new SteadyText;
    m_note = new NoteText;
    m_frame = new SteadyText;
    row->addWidget(m_trials);
    row->addWidget(m_progress, kBar.width());
    row->addWidget(m_state);
    row->addWidget(m_note, kBar.width());
    row->addWidget(m_frame);
}

void StatusStrip::setTrials(std::int64_t done, std::int64_t planned) {
    const QString plan = countText(planned);
    m_trials->setWidest(tr("%1 of %2 trials").arg(plan, plan));
    m_trials->setText(tr("%1 of %2 trials").arg(countText(done), plan));
    m_progress->setFraction(planned > 0 ? static_cast<double>(done) / static_cast<double>(planned)
                                        : 0);
    m_progress->setAccessibleDescription(m_trials->text());
}

void StatusStrip::setRate(double trialsPerSecond) {
    m_trialsPerSecond = trialsPerSecond;
    showState();
}

void StatusStrip::setState(RunState state) {
    if (state == m_runState)
        return;
    m_runState = state;
    showState();
}

void StatusStrip::showState() {
    const QString words[] = {QString(), tr("paused"), tr("stepping"), tr("watching"), tr("done")};
    const QString word = words[static_cast<int>(m_runState)];
    const bool atRest = m_runState == RunState::paused || m_runState == RunState::watching;
    const QString rate = m_trialsPerSecond > 0 && !atRest
                             ? tr("%1 trials/s").arg(rateText(m_trialsPerSecond))
                             : QString();
    const QString dot = word.isEmpty() || rate.isEmpty() ? QString() : QStringLiteral(" · ");
    m_state->setText(word + dot + rate);
}

void StatusStrip::setNote(const QString& note) {
    m_lastNote = note;
    showNote();
}

void StatusStrip::setWarning(const QString& warning) {
    m_warning = warning;
    showNote();
}

void StatusStrip::showNote() {
    m_note->setText(m_warning.isEmpty() ? m_lastNote : m_warning);
    m_note->setToolTip(m_warning);
}

void StatusStrip::resizeEvent(QResizeEvent*) {
    m_frame->setVisible(width() >= kRoomForFrameTime);
}

void StatusStrip::addFrameTime(double milliseconds) {
    m_frameSum += milliseconds;
    ++m_frames;
    if (m_sinceShown.isValid() && m_sinceShown.elapsed() < kFrameTimeMilliseconds)
        return;
    m_frame->setText(tr("frame %1 ms").arg(std::lround(m_frameSum / m_frames)));
    m_sinceShown.start();
    m_frameSum = 0;
    m_frames = 0;
}

} // namespace plumbline
