#pragma once

#include "ui/charts/label_placement.h"
#include "ui/charts/legend.h"

#include <QPainter>

#include <vector>

namespace plumbline {

/// A curve's name, where it may stand, and how it looks in a legend instead.
struct NamedCurve {
    KeyEntry key;
    QList<QPointF> outline;
    double preferred = 0.7;
    int rank = 0; ///< names of a lower rank choose their place first
};

/**
 * Names on their curves, or all of them in a legend above the plot when one finds no place there.
 * The choice has inertia, so that a running simulation does not flip between the two.
 */
class CurveLabels {
  public:
    /// True while names belong in the legend; then the frame is to be laid out with entries().
    bool inLegend() const { return m_inLegend; }

    /// Forgets the past: the next placement starts from names on curves. For a new size or figure.
    void reset();

    /**
     * Places names in the plot. False when that changed whether a legend is needed: then lay out
     * the frame anew and call again.
     */
    bool place(const QRectF& plot, const std::vector<NamedCurve>& curves,
               const QList<QRectF>& obstacles);

    /// The key of the curve whose name is at a place; empty for none.
    std::string keyAt(const QPointF& position) const;

    static std::vector<KeyEntry> entries(const std::vector<NamedCurve>& curves);

    /// On the card's colour, which interrupts the grid behind each name.
    void paint(QPainter& painter, const Theme& theme) const;

  private:
    struct Label {
        KeyEntry key;
        QRectF rectangle;
    };
    bool m_inLegend = false;
    int m_roomFor = 0; ///< frames in a row on which names would have fitted
    std::vector<Label> m_labels;
};

} // namespace plumbline
