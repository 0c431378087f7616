#pragma once

#include "ui/charts/figure_header.h"
#include "ui/charts/legend.h"
#include "ui/charts/ticks.h"

#include <vector>

namespace plumbline {

struct PlotFrameRequest {
    QSizeF size;
    Limits x;
    Limits y;
    bool integerX = false;
    bool integerY = false;
    bool residualStrip = false; ///< left out where there is no room for it
    bool equalAspect = false;   ///< widens x or y so that their units are equally long
    std::vector<KeyEntry> legend;
};

/**
 * Everything round the data of a plot with two axes: header, legend, axis titles, ticks, and the
 * rectangle that is left for the data, with a residual strip beneath it that shares the x axis.
 */
struct PlotFrame {
    QSizeF size; ///< of the whole view
    FigureHeader header;
    Legend legend;
    QRectF plot;
    QRectF strip; ///< empty without one
    Limits x;
    Limits y;
    AxisScale xScale = AxisScale::linear;
    AxisScale yScale = AxisScale::linear;
    bool equalAspect = false;
    std::vector<Tick> xTicks;
    std::vector<Tick> yTicks;
    QString xTitle;
    QString yTitle;
    QRectF xTitleRectangle;
    QRectF yTitleRectangle;

    /// Where a value lies in the view, in pixels.
    double mapX(double value) const;
    double mapY(double value) const;
    QPointF map(double xValue, double yValue) const { return {mapX(xValue), mapY(yValue)}; }

    /// The value at a place; the inverse of mapX and mapY.
    double valueX(double pixel) const;
    double valueY(double pixel) const;

    QRectF xTickRectangle(const Tick& tick) const;
    QRectF yTickRectangle(const Tick& tick) const;

    void paintGrid(QPainter& painter, const Theme& theme) const;
    void paintText(QPainter& painter, const Theme& theme) const;
};

PlotFrame layOutFrame(const Figure& figure, const PlotFrameRequest& request);

/// Of the line at zero.
QColor baselineColour(const Theme& theme);

/// "label (unit)".
QString axisTitle(const Axis& axis);

} // namespace plumbline
