#pragma once

#include "core/report/figure.h"
#include "ui/charts/colour_map.h"

#include <QPainter>
#include <QRectF>

namespace plumbline {

/// A matrix of zeros and ones as tiles with gaps, rounded where there is room. NaN cells are left
/// out.
void paintTiles(QPainter& painter, const Matrix& matrix, const QRectF& cells,
                const ColourMap& colours);

/**
 * Any matrix as cells without gaps: one scaled image, or rectangles when a vector writer draws up
 * to 64 x 64 of them. More cells than pixels are averaged.
 */
void paintCells(QPainter& painter, const Matrix& matrix, const QRectF& cells,
                const ColourMap& colours);

/// The numbers in the cells, if there are few and all fit.
void paintCellValues(QPainter& painter, const Matrix& matrix, const QRectF& cells,
                     const ColourMap& colours, const Theme& theme);

} // namespace plumbline
