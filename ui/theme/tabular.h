#pragma once

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

/**
 * Figures of one width. The interface font's own digits are proportional and Qt before 6.7 cannot
 * ask a font for its tabular ones, so each digit is centred in a cell as wide as a zero; everything
 * else keeps its natural width, without kerning. Numbers under one another then align and do not
 * wobble as they run. A writer of vectors gets each number as one string instead, in its natural
 * width, and is told where it is held.
 */
namespace plumbline {

double tabularWidth(const QFont& font, const QString& text);

/// Draws with the painter's font and pen, on one line, aligned inside the rectangle.
void drawTabular(QPainter& painter, const QRectF& rectangle, Qt::Alignment alignment,
                 const QString& text);

/// The text, cut with an ellipsis where it is wider.
QString cutToFit(const QFont& font, const QString& text, double width);

} // namespace plumbline
