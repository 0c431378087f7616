#pragma once

#include "ui/charts/plot_frame.h"

#include <QColor>
#include <QPainter>

#include <optional>
#include <vector>

namespace plumbline {

/// The part of an error bar inside a plot.
struct ErrorBar {
    double x = 0; ///< pixels in the view, as are top and bottom
    double top = 0;
    double bottom = 0;
    bool capTop = true; ///< no cap where it goes on beyond the plot
    bool capBottom = true;
    QColor colour;
};

/// Between two values of y; nothing where that is above or below the plot. The low end may be one
/// that a logarithmic axis cannot show: the axis goes down for ever, and so does the bar.
std::optional<ErrorBar> errorBar(const PlotFrame& frame, double x, Limits ends,
                                 const QColor& colour);

void paintErrorBars(QPainter& painter, const std::vector<ErrorBar>& bars);

} // namespace plumbline
