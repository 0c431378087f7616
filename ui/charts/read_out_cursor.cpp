#include "ui/charts/read_out_cursor.h"

#include "ui/charts/figure_view.h"
#include "ui/charts/read_out_overlay.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

namespace plumbline {

ReadOutCursor::ReadOutCursor(FigureView& view) : m_view(view) {
    view.setMouseTracking(true);
    view.installEventFilter(this);
}

bool ReadOutCursor::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease: {
        const auto* mouse = static_cast<const QMouseEvent*>(event);
        if (mouse->buttons() != Qt::NoButton)
            return false; // what is dragged moves under the pointer: there is nothing to read
        m_datum.reset();
        m_pointer = m_view.toLayout(mouse->position());
        refresh();
        return false;
    }
    case QEvent::MouseButtonPress:
    case QEvent::Leave:
        clear();
        return false;
    case QEvent::FocusOut:
        if (m_datum)
            clear();
        return false;
    case QEvent::KeyPress:
        return handleKey(*static_cast<const QKeyEvent*>(event));
    default:
        return false;
    }
}

bool ReadOutCursor::handleKey(const QKeyEvent& event) {
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const int key = event.key();
    if (!plain || (key != Qt::Key_Comma && key != Qt::Key_Period && key != Qt::Key_Home &&
                   key != Qt::Key_End))
        return false;
    if (const auto datum = datumFor(key))
        m_datum = datum;
    refresh();
    QAccessibleValueChangeEvent changed(&m_view, m_readOut ? m_readOut->spoken() : QString());
    QAccessible::updateAccessibility(&changed);
    return true;
}

std::optional<int> ReadOutCursor::current() const {
    if (m_datum)
        return m_datum;
    return m_pointer ? m_view.datumAt(*m_pointer) : std::nullopt;
}

std::optional<int> ReadOutCursor::datumFor(int key) const {
    const int last = m_view.datumCount() - 1;
    if (key == Qt::Key_Home)
        return nextVisible(0, 1);
    if (key == Qt::Key_End)
        return nextVisible(last, -1);
    const int step = key == Qt::Key_Comma ? -1 : 1;
    if (const auto datum = current())
        return nextVisible(*datum + step, step);
    const auto middle = m_view.datumAt(QRectF(QPointF(), m_view.layoutSize()).center());
    return middle ? middle : nextVisible(step > 0 ? 0 : last, step);
}

std::optional<int> ReadOutCursor::nextVisible(int from, int step) const {
    for (int datum = from; datum >= 0 && datum < m_view.datumCount(); datum += step) {
        if (m_view.readOut(datum))
            return datum;
    }
    return std::nullopt;
}

void ReadOutCursor::refresh() {
    if (!m_datum && !m_pointer && !m_readOut)
        return;
    const auto datum = current();
    m_readOut = datum ? m_view.readOut(*datum) : std::nullopt;
    if (!m_readOut) {
        if (m_overlay)
            m_overlay->clear();
        return;
    }
    if (!m_overlay)
        m_overlay = new ReadOutOverlay(m_view);
    m_overlay->setGeometry(m_view.rect());
    const bool pointed = m_pointer && !m_datum;
    m_overlay->show(*m_readOut, pointed ? *m_pointer : m_readOut->datum.center());
}

void ReadOutCursor::clear() {
    m_pointer.reset();
    m_datum.reset();
    refresh();
}

} // namespace plumbline
