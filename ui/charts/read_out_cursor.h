#pragma once

#include "ui/charts/read_out.h"

#include <QObject>
#include <QPointF>

#include <optional>

class QKeyEvent;

namespace plumbline {

class FigureView;
class ReadOutOverlay;

/**
 * Which datum of a figure is read out: the one under the pointer, at once, or the one that the keys
 * moved to: , and . to its neighbours, Home and End to the ends. While nothing is read out it costs
 * nothing, not even an overlay.
 */
class ReadOutCursor final : public QObject {
    Q_OBJECT

  public:
    /// Listens to the view's events and lives as long as it.
    explicit ReadOutCursor(FigureView& view);

    /// The figure, its place on the screen or the theme has changed.
    void refresh();

    /// Until the pointer moves or a key is pressed.
    void clear();

    /// Unset while nothing is read out.
    const std::optional<ReadOut>& readOut() const { return m_readOut; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    bool handleKey(const QKeyEvent& event);
    std::optional<int> current() const;
    std::optional<int> datumFor(int key) const;
    std::optional<int> nextVisible(int from, int step) const;

    FigureView& m_view;
    ReadOutOverlay* m_overlay = nullptr;
    std::optional<QPointF> m_pointer; ///< where it hovers, in the view's layout
    std::optional<int> m_datum;       ///< chosen by the keys, which count until the pointer moves
    std::optional<ReadOut> m_readOut;
};

} // namespace plumbline
