#pragma once

#include "core/report/figure.h"
#include "ui/charts/heatmap_layout.h"
#include "ui/charts/read_out.h"

#include <optional>

namespace plumbline {

/// The cell of a panel at a place, counted row by row; nothing where there is none.
std::optional<int> cellAt(const HeatmapPanel& panel, const QPointF& position);

/// Where a cell of a panel lies in the view.
QRectF cellRectangle(const HeatmapPanel& panel, int cell);

/**
 * What there is to say about a cell, counted through the first panel and then through its twin:
 * row, column and value; beside a twin of the same shape both values and their difference, with
 * both cells outlined. Nothing where there is no cell.
 */
std::optional<ReadOut> heatmapReadOut(const Heatmap& heatmap, const HeatmapLayout& layout,
                                      int datum);

} // namespace plumbline
