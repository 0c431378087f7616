#pragma once

#include "core/report/figure.h"
#include "ui/charts/ticks.h"
#include "ui/theme/theme.h"

#include <QColor>
#include <QRgb>

#include <array>

namespace plumbline {

/**
 * Colours of a matrix' values. Sequential: viridis, perceptually uniform. Diverging: from blue over
 * the neutral of the theme at zero to orange, equally far on both sides. Binary: the grid's colour
 * for zero, the simulation's for anything else.
 */
class ColourMap {
  public:
    ColourMap(ColourScale scale, const Theme& theme, Limits limits);

    /// NaN is transparent; values beyond the limits take the colour of the end.
    QRgb at(double value) const;

    const Limits& limits() const { return m_limits; }

  private:
    static constexpr std::size_t kSteps = 256;
    std::array<QRgb, kSteps> m_table;
    Limits m_limits;
    bool m_binary;
};

} // namespace plumbline
