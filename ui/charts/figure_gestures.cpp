#include "ui/charts/figure_gestures.h"

#include "ui/charts/figure_view.h"
#include "ui/charts/navigation_overlay.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <cmath>

namespace plumbline {
namespace {

constexpr double kNotch = 120;    ///< of a wheel, in eighths of a degree
constexpr double kKeyShare = 0.1; ///< of the plot that an arrow key moves
constexpr double kLeastPinch = -0.9;

} // namespace

FigureGestures::FigureGestures(FigureView& view)
    : m_view(view), m_overlay(new NavigationOverlay(view)) {
    view.setFocusPolicy(Qt::StrongFocus);
    view.setMouseTracking(true);
    view.setWhatsThis(inWords());
    view.installEventFilter(this);
}

QString FigureGestures::inWords() {
    return tr("Point at something to read it; , and . read what is next, Home and End the ends\n"
              "Double-click or Enter: fill the page, and back\n"
              "Right click or Menu key: copy, export and more");
}

QString FigureGestures::inWordsForAxes() {
    return tr("Drag: zoom into a rectangle; a zoomed plot is moved, and Shift+drag zooms further\n"
              "Ctrl+wheel or pinch: zoom; on an axis' numbers, that axis alone\n"
              "+, −, arrow keys: zoom and move; 0: back to all\n"
              "Click a name: hide or show that series\n");
}

void FigureGestures::showState() {
    const bool looked = m_view.underMouse() || m_view.hasFocus();
    const bool canReset = looked && m_view.hasChosenEnds() && m_view.axes();
    m_overlay->setState({m_view.hasFocus(), canReset,
                         m_band ? std::optional(areaOfBand(*m_axes, *m_band)) : std::nullopt});
}

bool FigureGestures::eventFilter(QObject*, QEvent* event) {
    if (!handle(*event))
        return false;
    event->accept();
    return true;
}

bool FigureGestures::handle(QEvent& event) {
    switch (event.type()) {
    case QEvent::MouseButtonPress:
        return press(static_cast<const QMouseEvent&>(event));
    case QEvent::MouseMove:
        return move(static_cast<const QMouseEvent&>(event));
    case QEvent::MouseButtonRelease:
        return release(static_cast<const QMouseEvent&>(event));
    case QEvent::MouseButtonDblClick:
        return doubleClick(static_cast<const QMouseEvent&>(event));
    case QEvent::Wheel:
        return wheel(static_cast<const QWheelEvent&>(event));
    case QEvent::NativeGesture:
        return pinch(static_cast<const QNativeGestureEvent&>(event));
    case QEvent::KeyPress:
        return key(static_cast<const QKeyEvent&>(event));
    case QEvent::ContextMenu:
        return openMenu(static_cast<const QContextMenuEvent&>(event));
    case QEvent::Enter:
    case QEvent::Leave:
    case QEvent::FocusIn:
    case QEvent::FocusOut:
    case QEvent::Resize:
        showState();
        return false;
    default:
        return false;
    }
}

bool FigureGestures::openMenu(const QContextMenuEvent& event) {
    const bool byKey = event.reason() == QContextMenuEvent::Keyboard;
    emit m_view.menuRequested(byKey ? m_view.mapToGlobal(m_view.rect().center())
                                    : event.globalPos());
    return true;
}

bool FigureGestures::press(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton)
        return false;
    m_from = m_view.toLayout(event.position());
    m_name = m_view.seriesNamedAt(m_from);
    m_axes = m_view.axes();
    m_settings = m_view.settings();
    m_drag = Drag::none;
    m_band.reset();
    if (m_overlay->isOnReset(m_from))
        m_drag = Drag::reset;
    else if (!m_name.empty())
        m_drag = Drag::name;
    else if (m_axes && m_axes->plot.contains(m_from))
        m_drag = Drag::waiting;
    m_wantsBand = event.modifiers().testFlag(Qt::ShiftModifier) || !m_view.hasChosenEnds();
    m_lastPress = m_drag;
    return m_drag != Drag::none;
}

bool FigureGestures::move(const QMouseEvent& event) {
    const QPointF position = m_view.toLayout(event.position());
    if (m_drag != Drag::none && !event.buttons().testFlag(Qt::LeftButton))
        giveUp(); // the release went elsewhere, as to a menu
    if (m_drag == Drag::none || !event.buttons().testFlag(Qt::LeftButton)) {
        showCursor(position);
        return false;
    }
    const QPointF moved = position - m_from;
    if (m_drag == Drag::waiting && moved.manhattanLength() * m_view.textScale() >=
                                       QGuiApplication::styleHints()->startDragDistance())
        m_drag = m_wantsBand ? Drag::band : Drag::pan;
    if (m_drag == Drag::band) {
        m_band = QRectF(m_from, position).normalized();
        m_view.setCursor(Qt::CrossCursor);
        showState();
    }
    if (m_drag != Drag::pan)
        return true;
    m_view.setCursor(Qt::ClosedHandCursor);
    if (const auto settings = draggedBy(*m_axes, m_settings, moved))
        m_view.changeSettings(*settings);
    return true;
}

bool FigureGestures::release(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton || m_drag == Drag::none)
        return false;
    const QPointF position = m_view.toLayout(event.position());
    const Drag drag = m_drag;
    const auto settings =
        drag == Drag::band && m_band ? zoomedInto(*m_axes, m_settings, *m_band) : std::nullopt;
    giveUp();
    if (settings)
        m_view.changeSettings(*settings);
    else if (drag == Drag::name && m_view.seriesNamedAt(position) == m_name)
        m_view.setSeriesHidden(m_name, !m_view.settings().hidden.contains(m_name));
    else if (drag == Drag::reset && m_overlay->isOnReset(position))
        m_view.resetAxes();
    showCursor(position);
    return true;
}

bool FigureGestures::doubleClick(const QMouseEvent& event) {
    // A name goes elsewhere when it is clicked: the second click means what the first one did.
    const Drag first = m_lastPress;
    const bool pressed = press(event);
    if (event.button() != Qt::LeftButton || m_drag == Drag::name || m_drag == Drag::reset)
        return pressed;
    m_drag = Drag::none;
    if (first != Drag::name && first != Drag::reset)
        emit m_view.enlargeRequested();
    return true;
}

bool FigureGestures::wheel(const QWheelEvent& event) {
    if (!event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    return zoomAt(m_view.toLayout(event.position()),
                  std::pow(kZoomStep, event.angleDelta().y() / kNotch));
}

bool FigureGestures::pinch(const QNativeGestureEvent& event) {
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    return zoomAt(m_view.toLayout(event.position()), 1 + std::max(kLeastPinch, event.value()));
}

bool FigureGestures::zoomAt(const QPointF& position, double factor) {
    const auto axes = m_view.axes();
    if (!axes)
        return false;
    const auto settings =
        zoomedAbout(*axes, m_view.settings(), position, factor, axesAt(*axes, position));
    if (settings && factor != 1)
        m_view.changeSettings(*settings);
    return true;
}

bool FigureGestures::key(const QKeyEvent& event) {
    switch (event.key()) {
    case Qt::Key_Escape: {
        const bool drawing = m_drag == Drag::band;
        giveUp();
        return drawing;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit m_view.enlargeRequested();
        return true;
    case Qt::Key_F10:
        if (!event.modifiers().testFlag(Qt::ShiftModifier))
            return false;
        [[fallthrough]];
    case Qt::Key_Menu:
        emit m_view.menuRequested(m_view.mapToGlobal(m_view.rect().center()));
        return true;
    default:
        return keyOnAxes(event);
    }
}

bool FigureGestures::keyOnAxes(const QKeyEvent& event) {
    constexpr auto kOthers = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (!m_view.axes() || (event.modifiers() & kOthers))
        return false;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift, on many keyboards
        m_view.zoom(kZoomStep);
        return true;
    case Qt::Key_Minus:
        m_view.zoom(1 / kZoomStep);
        return true;
    case Qt::Key_0:
        m_view.resetAxes();
        return true;
    default:
        return panByKey(event.key());
    }
}

bool FigureGestures::panByKey(int key) {
    // The view goes where the arrow points, so that the data go the other way.
    const auto axes = *m_view.axes();
    QPointF step;
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        step.setX((key == Qt::Key_Left ? 1 : -1) * kKeyShare * axes.plot.width());
    else if (key == Qt::Key_Up || key == Qt::Key_Down)
        step.setY((key == Qt::Key_Up ? 1 : -1) * kKeyShare * axes.plot.height());
    else
        return false;
    if (const auto settings = draggedBy(axes, m_view.settings(), step))
        m_view.changeSettings(*settings);
    return true;
}

void FigureGestures::showCursor(const QPointF& position) {
    if (m_overlay->isOnReset(position) || !m_view.seriesNamedAt(position).empty())
        m_view.setCursor(Qt::PointingHandCursor);
    else
        m_view.unsetCursor();
}

void FigureGestures::giveUp() {
    m_drag = Drag::none;
    m_band.reset();
    showState();
}

} // namespace plumbline
