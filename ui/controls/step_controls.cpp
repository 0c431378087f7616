#include "ui/controls/step_controls.h"

#include "ui/controls/combo_box.h"
#include "ui/controls/number_text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace plumbline {
namespace {

constexpr qint64 kLargestStep = 1'000'000;

QString watchToolTip() {
    return StepControls::tr("From the first trial, one draw at a time, then faster and faster "
                            "(Ctrl+Shift+R)");
}

QPushButton* compactButton(const QString& text) {
    auto* button = new QPushButton(text);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("compact", true);
    return button;
}

} // namespace

StepControls::StepControls(QWidget* parent) : QWidget(parent) {
    buildControls();
    connectSignals();
}

void StepControls::buildControls() {
    m_sizes = new ComboBox;
    for (qint64 size = 1; size <= kLargestStep; size *= 10)
        m_sizes->addItem(countText(size), size);
    m_sizes->setAccessibleName(tr("trials in a step"));
    m_sizes->setToolTip(tr("Trials in a step (Ctrl+[ fewer, Ctrl+] more)"));
    m_step = compactButton(tr("Step"));
    m_step->setToolTip(tr("Add so many trials and pause ( ] )"));
    m_watch = compactButton(tr("Watch"));
    m_watch->setCheckable(true);
    m_watch->setToolTip(watchToolTip());

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kSmall);
    row->addWidget(m_sizes);
    row->addWidget(m_step);
    row->addWidget(m_watch);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StepControls::connectSignals() {
    connect(m_step, &QPushButton::clicked, this, &StepControls::stepRequested);
    connect(m_watch, &QPushButton::clicked, this, &StepControls::watchToggled);
}

std::int64_t StepControls::stepSize() const {
    return m_sizes->currentData().toLongLong();
}

void StepControls::changeStepSize(int by) {
    m_sizes->setCurrentIndex(std::clamp(m_sizes->currentIndex() + by, 0, m_sizes->count() - 1));
}

void StepControls::setWatching(bool watching) {
    m_watch->setChecked(watching);
}

void StepControls::setHiddenReason(const QString& reason) {
    if (reason == m_hiddenReason)
        return;
    m_hiddenReason = reason;
    m_watch->setEnabled(reason.isEmpty());
    m_watch->setToolTip(reason.isEmpty() ? watchToolTip() : reason);
}

} // namespace plumbline
