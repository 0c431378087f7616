#pragma once

#include "ui/charts/read_out.h"

#include <QWidget>

namespace plumbline {

class FigureView;

/**
 * Lies over a figure's view and draws one read-out: the marks on the datum and the card beside the
 * pointer. It takes no events, is hidden while there is nothing to read, and repaints no more than
 * what changed.
 */
class ReadOutOverlay final : public QWidget {
    Q_OBJECT

  public:
    explicit ReadOutOverlay(FigureView& view);

    /// Places are in the units of the view's layout.
    void show(const ReadOut& readOut, const QPointF& pointer);
    void clear();

    /// Of the card, in the view's layout; empty while there is none.
    QRectF cardRectangle() const { return m_card; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QRegion painted() const;
    QRect scaled(const QRectF& rectangle) const; ///< in the widget's pixels
    void paintMark(QPainter& painter, const ReadOutMark& mark) const;

    const FigureView& m_view;
    std::optional<ReadOut> m_readOut;
    QRectF m_card;
};

} // namespace plumbline
