#pragma once

#include "core/report/figure.h"
#include "core/statistics/guess_distance.h"
#include "ui/charts/plot_frame.h"
#include "ui/charts/read_out.h"

#include <optional>
#include <string>

namespace plumbline {

/// How a histogram's parts are named and drawn, in the order of the rows. No text: not shown.
struct HistogramKeys {
    KeyEntry simulated;
    std::vector<KeyEntry> laws; ///< one a law
    KeyEntry guess;
    KeyEntry band;
};

/**
 * What a histogram says about a bin: the simulated value with its standard error, each law with the
 * difference simulated - law, in standard deviations too, the reader's guess and the band. Nothing
 * for a bin outside the plot.
 */
std::optional<ReadOut> histogramReadOut(const Histogram& histogram, const PlotFrame& frame,
                                        const HistogramKeys& keys, const Guess& guess, int bin);

/// The bin that is nearest to a value of x; nothing without bins.
std::optional<int> nearestBin(const Histogram& histogram, double x);

/// What a bin holds: "70", "68–72" for counts taken together, "1.25".
std::string binText(const Histogram& histogram, double centre);

} // namespace plumbline
