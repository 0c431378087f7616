#pragma once

#include "ui/charts/read_out.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QSizeF>

namespace plumbline {

/**
 * A read-out as a small card: the datum, and a row for each series with its swatch, name, value and
 * difference in columns. In a small view errors and bands give way to the names, which are cut, and
 * the last rows are left out.
 */
class ReadOutCard {
  public:
    ReadOutCard(const ReadOut& readOut, const QSizeF& view);

    QSizeF size() const;
    void paint(QPainter& painter, const QPointF& topLeft, const Theme& theme) const;

  private:
    void measure();
    double numbersWidth() const; ///< of all columns but the names
    void paintRow(QPainter& painter, const ReadOutRow& row, const QRectF& line,
                  const Theme& theme) const;

    QString m_title;
    std::vector<ReadOutRow> m_rows;
    /// Widths of the columns, each with the gap on its left.
    double m_swatch = 0;
    double m_name = 0;
    double m_value = 0;
    double m_error = 0;
    double m_difference = 0;
    double m_sigmas = 0;
    double m_width = 0; ///< inside the padding
};

/**
 * The top left corner of a card of that size: beside the pointer or else above or below it, or in a
 * corner; the first of these that leaves the datum free, else the one that covers least of it.
 * Always inside the view, if the card is not larger than that.
 */
QPointF placeCard(const QSizeF& card, const QRectF& datum, const QPointF& pointer,
                  const QRectF& view);

} // namespace plumbline
