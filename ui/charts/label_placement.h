#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace plumbline {

/// A curve that wants its name beside it.
struct LabelledCurve {
    QList<QPointF> outline; ///< where the name may stand, in pixels
    QSizeF size;            ///< of the name; empty for a curve that is only in the way
    int rank = 0;           ///< names of a lower rank choose first
    bool isLine = true;     ///< a line close to a name confuses, a filled area's edge does not
    double preferred = 0.7; ///< where along the outline the name is best, 0 to 1
    std::optional<QPointF> previous; ///< centre of the name on the last frame
};

/**
 * Where each name goes: a rectangle near its own curve that touches no curve, no obstacle and no
 * other name, inside the plot; nothing for a curve without a name. Unset when some name finds no
 * place: then all belong in a legend. A place of the last frame is preferred, so that names do not
 * hop about.
 */
std::optional<std::vector<QRectF>> placeLabels(const QRectF& plot,
                                               const std::vector<LabelledCurve>& curves,
                                               const QList<QRectF>& obstacles);

} // namespace plumbline
