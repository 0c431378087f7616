#pragma once

#include "ui/charts/figure_header.h"
#include "ui/charts/ticks.h"

#include <QRectF>

#include <vector>

namespace plumbline {

/// One matrix on the screen.
struct HeatmapPanel {
    const Matrix* matrix = nullptr;
    QString title;
    QRectF titleRectangle;
    QRectF cells;
    bool columnLabels = false;
};

/**
 * Where a heat map's parts go: the matrix and its twin beside it (beneath it in a tall view), row
 * labels left of the first, column labels under each, the colour bar with its ticks on the right.
 * Labels that find no room are left out.
 */
struct HeatmapLayout {
    FigureHeader header;
    std::vector<HeatmapPanel> panels;
    QRectF bar; ///< empty for a binary matrix
    std::vector<Tick> barTicks;
    bool rowLabels = false;
    double labelAngle = 0; ///< of column labels: 0, or -90 where they are too wide to lie
    QString xTitle;
    QString yTitle;
    QRectF xTitleRectangle;
    QRectF yTitleRectangle;
};

HeatmapLayout layOutHeatmap(const Figure& figure, const QSizeF& size, Limits limits);

} // namespace plumbline
