#pragma once

#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QString>

/**
 * What QPainter::drawText() draws, pixel for pixel, with the painter's font and pen. Texts that
 * were drawn lately are not shaped anew: most of a frame's stood in the frame before it, and
 * shaping them took an eighth of its time. Scaled pictures, those that want text and not
 * outlines, and text with a line through, over or under it are left to Qt.
 */
namespace plumbline {

/// From a point on the baseline.
void drawShaped(QPainter& painter, const QPointF& baseline, const QString& text);

/// On one line, aligned inside the rectangle.
void drawShaped(QPainter& painter, const QRectF& rectangle, Qt::Alignment alignment,
                const QString& text);

} // namespace plumbline
