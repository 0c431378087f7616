#include "ui/window/banner.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace plumbline {

Banner::Banner(QWidget* parent) : QFrame(parent) {
    buildControls();
}

void Banner::buildControls() {
    setObjectName(QStringLiteral("banner"));
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(spacing::kLarge, spacing::kTiny, spacing::kLarge, spacing::kTiny);
    m_row->setSpacing(spacing::kSmall);
    m_label = new QLabel;
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    // A long word, as a path may be, must not widen the window.
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_row->addWidget(m_label, 1);
    m_dismiss = addAnswer(tr("Dismiss"));
    connect(m_dismiss, &QPushButton::clicked, this, &Banner::clear);
    hide();
}

QPushButton* Banner::addAnswer(const QString& text) {
    auto* button = new QPushButton(text);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("compact", true);
    m_row->insertWidget(m_dismiss ? m_row->indexOf(m_dismiss) : m_row->count(), button);
    return button;
}

void Banner::say(const QString& message, Tone tone) {
    m_label->setText(message);
    setAccessibleName(message);
    setProperty("tone", tone == Tone::error ? "error" : "notice");
    for (QWidget* widget : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_label)}) {
        style()->unpolish(widget);
        style()->polish(widget);
    }
    show();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void Banner::clear() {
    m_label->clear();
    hide();
}

QString Banner::message() const {
    return m_label->text();
}

void Banner::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        m_dismiss->click();
    else
        QFrame::keyPressEvent(event);
}

} // namespace plumbline
