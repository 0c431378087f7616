#pragma once

#include "core/report/figure.h"

/// Figures of a few numbers that can be checked by hand.
namespace plumbline::samples {

inline Series handMade(const char* name, SeriesRole role, std::vector<double> x,
                       std::vector<double> y, SeriesStyle style = SeriesStyle::line) {
    Series series;
    series.name = name;
    series.role = role;
    series.style = style;
    series.x = std::move(x);
    series.y = std::move(y);
    return series;
}

/// Three bars with errors, a law, an alternative, band and residuals.
inline Figure threeBars() {
    const std::vector<double> x = {4, 5, 6};
    Histogram histogram;
    histogram.simulated = handMade("simulated", SeriesRole::simulated, x, {0.25, 0.52, 0.23});
    histogram.simulated.error = {0.01, 0.02, 0.01};
    histogram.laws = {
        handMade("law", SeriesRole::law, x, {0.25, 0.5, 0.25}),
        handMade("other", SeriesRole::alternative, x, {0.3, 0.6, 0.1}, SeriesStyle::dashed)};
    histogram.band = handMade("95 % band", SeriesRole::band, x, {});
    histogram.band.low = {0.2, 0.44, 0.2};
    histogram.band.high = {0.3, 0.56, 0.3};
    histogram.residuals = handMade("residual", SeriesRole::marker, x, {0, 1.5, -2});
    Figure figure;
    figure.id = "bars";
    figure.title = "Three bars";
    figure.summary = "Three bars, mean 4.98, theory 5, agrees.";
    figure.summaryWithoutLaw = "Three bars, mean 4.98.";
    figure.x.label = "k";
    figure.content = histogram;
    return figure;
}

/// Points with errors at 1, 10 and 100, and a law with points at the ends alone.
inline Figure pointsAndLine() {
    Series points = handMade("measured", SeriesRole::simulated, {1, 10, 100}, {100, 12, 1},
                             SeriesStyle::points);
    points.error = {5, 0.5, 0};
    Figure figure;
    figure.title = "A power law";
    figure.x = {"N", "", AxisScale::logarithmic, {}, {}};
    figure.y = {"", "", AxisScale::logarithmic, {}, {}};
    figure.content = Curves{{points, handMade("law", SeriesRole::law, {1, 100}, {100, 1}),
                             handMade("N = 18", SeriesRole::marker, {18}, {})}};
    return figure;
}

inline Figure fourPoints() {
    Series points =
        handMade("cloud", SeriesRole::simulated, {0, 1, 2, 10}, {0, 1, 0, 10}, SeriesStyle::points);
    points.labels = {"", "second", "", ""};
    Scatter scatter;
    scatter.groups = {points};
    scatter.ellipses = {{.name = "95 % of the law",
                         .role = SeriesRole::law,
                         .centreX = 1,
                         .centreY = 0,
                         .semiAxisA = 3,
                         .semiAxisB = 2}};
    Figure figure;
    figure.title = "Four points";
    figure.x.label = "first";
    figure.content = scatter;
    return figure;
}

/// By hand beside by machine, 2 x 3.
inline Figure twins() {
    Heatmap heatmap;
    heatmap.matrix = {2, 3, {1, 2, 3, 4, 5, 6}};
    heatmap.twin = Matrix{2, 3, {1, 2, 3, 4, 5.5, 6}};
    heatmap.matrixTitle = "by hand";
    heatmap.twinTitle = "by machine";
    heatmap.rowLabels = {"a", "b"};
    Figure figure;
    figure.title = "Twins";
    figure.content = heatmap;
    return figure;
}

} // namespace plumbline::samples
