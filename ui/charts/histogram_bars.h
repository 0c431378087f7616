#pragma once

#include "core/report/figure.h"
#include "ui/charts/plot_frame.h"

#include <optional>
#include <vector>

namespace plumbline {

/// One bar as it is drawn; where bins are narrower than a pixel, all bins of a pixel column.
struct Bar {
    double left = 0;  ///< pixels in the view
    double right = 0; ///< pixels in the view
    double height = 0;
    std::optional<Limits> band;
    std::optional<double> residual;
};

/// The centres that bars, laws and band share: the simulation's, or the first law's without one.
const std::vector<double>& binCentres(const Histogram& histogram);

/// From the left edge of the first bin to the right edge of the last, with room beside one or two
/// bins; [0, 1] without any.
Limits histogramRange(const Histogram& histogram);

/// The highest bar, law or band edge of the bins that reach between the limits; 0 without any.
double highestValue(const Histogram& histogram, Limits x);

/// True when every value of a bin is an integer, so that a tick between two bins has no meaning.
bool hasIntegerBins(const Histogram& histogram);

/**
 * Bars inside the frame's x range. Heights and band edges of bins that share a pixel column are
 * averaged, as wider bins would; of residuals the largest in size is kept, so that none is hidden.
 */
std::vector<Bar> layOutBars(const Histogram& histogram, const PlotFrame& frame);

/// A law through the bin centres in pixels, averaged like the bars; across the bin if there is one.
/// It goes on to the first centre outside the plot, and is to be clipped.
QList<QPointF> lawLine(const Series& law, double binWidth, const PlotFrame& frame);

} // namespace plumbline
