#pragma once

#include "ui/charts/plot_navigation.h"

#include <QObject>

#include <optional>
#include <string>

class QContextMenuEvent;
class QKeyEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QWheelEvent;

namespace plumbline {

class FigureView;
class NavigationOverlay;

/**
 * The reader's hand on a figure.
 *   drag                      draws a band to zoom into; on a zoomed plot moves the data
 *   Shift+drag                draws a band to zoom into, always; Escape gives it up
 *   Ctrl+wheel, pinch         zooms about the pointer; on an axis' labels that axis alone
 *   click on a name           hides or shows the series
 *   double-click, Enter       asks for the figure to fill the page, or no longer to
 *   + - 0 and arrows          zoom about the centre, back to all, a tenth of the plot further
 *   right click, Menu, Shift+F10   asks for the context menu
 * A band drawn along one axis zooms that axis alone. The plain wheel is the page's.
 */
class FigureGestures : public QObject {
    Q_OBJECT

  public:
    /// Listens to the view's events; the view owns it.
    explicit FigureGestures(FigureView& view);

    /// Shows focus, band and the way back as they are now.
    void showState();

    /// The same list in words: what every figure does, and what one with axes does beside that.
    static QString inWords();
    static QString inWordsForAxes();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    enum class Drag { none, name, reset, waiting, pan, band };

    bool handle(QEvent& event);
    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    bool doubleClick(const QMouseEvent& event);
    bool wheel(const QWheelEvent& event);
    bool pinch(const QNativeGestureEvent& event);
    bool openMenu(const QContextMenuEvent& event);
    bool key(const QKeyEvent& event);
    bool keyOnAxes(const QKeyEvent& event);
    bool panByKey(int key);
    bool zoomAt(const QPointF& position, double factor);
    void showCursor(const QPointF& position);
    void giveUp();

    FigureView& m_view;
    NavigationOverlay* m_overlay;
    Drag m_drag = Drag::none;
    Drag m_lastPress = Drag::none; ///< what the first click of a double click was on
    std::string m_name;            ///< key of the series whose name was pressed
    bool m_wantsBand = false;
    QPointF m_from; ///< where the button went down, layout units, as all places here
    std::optional<PlotAxes> m_axes; ///< as they were then
    FigureSettings m_settings;
    std::optional<QRectF> m_band;
};

} // namespace plumbline
