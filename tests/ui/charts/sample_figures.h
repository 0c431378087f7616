#pragma once

#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/random/normal.h"
#include "core/report/figure.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

/// Figures like those of the labs, with noise from a fixed seed.
namespace plumbline::samples {

inline double binomialPmf(double n, double p, double k) {
    return Binomial(std::llround(n), p).pmf(std::llround(k));
}

inline double poissonPmf(double rate, double k) {
    return Poisson(rate).pmf(std::llround(k));
}

inline Stream noiseStream() {
    return Stream({.seed = 7, .role = Role::noise});
}

inline double normalOf(Stream& stream) {
    return standardNormal(stream.nextUInt64());
}

/// Counts of kept units between two values, with the noise of that many trials; 0: laws alone.
inline Figure keptUnits(int low = 52, int high = 86, double units = 100, double keep = 0.7,
                        double trials = 20000) {
    Stream noise = noiseStream();
    Histogram histogram;
    histogram.simulated.name = "simulated";
    histogram.band = {"95 % band", SeriesRole::band, SeriesStyle::line, {}, {}, {}, {}, {}, {}};
    Series law{"Binomial(M, 1−p)", SeriesRole::law, SeriesStyle::line, {}, {}, {}, {}, {}, {}};
    Series poisson{
        "Poisson(M(1−p))", SeriesRole::alternative, SeriesStyle::dashed, {}, {}, {}, {}, {}, {}};
    for (int k = low; k <= high; ++k) {
        const double exact = binomialPmf(units, keep, k);
        const double sigma = trials > 0 ? std::sqrt(exact * (1 - exact) / trials) : 0;
        const double deviation = normalOf(noise);
        law.x.push_back(k);
        law.y.push_back(exact);
        poisson.y.push_back(poissonPmf(units * keep, k));
        histogram.simulated.y.push_back(trials > 0 ? std::max(0.0, exact + deviation * sigma) : 0);
        histogram.band.low.push_back(std::max(0.0, exact - 3.1 * sigma));
        histogram.band.high.push_back(exact + 3.1 * sigma);
        histogram.residuals.y.push_back(deviation);
    }
    poisson.x = histogram.simulated.x = law.x;
    if (trials > 0) {
        histogram.band.x = histogram.residuals.x = law.x;
        histogram.residuals.name = "residual";
    } else {
        histogram.band = {};
        histogram.residuals = {};
    }
    histogram.laws = {law, poisson};
    Figure figure;
    figure.id = "kept-units";
    figure.title = "How many of 100 units survive?";
    figure.caption =
        "p = 0.30 drop probability · M = 100 · 20,000 layers simulated, every unit drawn · seed 7";
    figure.summary = "Bars follow the binomial law.";
    figure.x.label = "kept units k";
    figure.content = histogram;
    return figure;
}

/// Bars that have run away from the law: residuals beyond what the strip shows.
inline Figure wrongLaw() {
    Figure figure = keptUnits();
    auto& histogram = std::get<Histogram>(figure.content);
    for (std::size_t i = 0; i < histogram.residuals.y.size(); ++i)
        histogram.residuals.y[i] = 7 * std::sin(0.4 * static_cast<double>(i));
    figure.title = "Which law is this?";
    return figure;
}

/// Bars of any number at any place.
inline Figure bars(std::size_t count, double first, double width) {
    Histogram histogram;
    histogram.binWidth = width;
    histogram.simulated.name = "simulated";
    Series law{"Normal", SeriesRole::law, SeriesStyle::line, {}, {}, {}, {}, {}, {}};
    for (std::size_t i = 0; i < count; ++i) {
        const double t =
            count == 1 ? 0 : 6.0 * static_cast<double>(i) / static_cast<double>(count - 1) - 3;
        const double density = std::exp(-t * t / 2) / (static_cast<double>(count) * width);
        law.x.push_back(first + static_cast<double>(i) * width);
        law.y.push_back(density);
        histogram.simulated.y.push_back(density * (1 + 0.1 * std::sin(static_cast<double>(7 * i))));
        histogram.residuals.y.push_back(std::sin(static_cast<double>(7 * i)));
    }
    histogram.simulated.x = histogram.residuals.x = law.x;
    histogram.laws = {law};
    Figure figure;
    figure.title = std::to_string(count) + " bins";
    figure.x.label = "value";
    figure.y.label = "density";
    figure.content = histogram;
    return figure;
}

inline Figure distances() {
    Stream noise = noiseStream();
    Series simulated{
        "simulated to binomial", SeriesRole::law, SeriesStyle::points, {}, {}, {}, {}, {}, {}};
    Series plateau{"simulated to Poisson",
                   SeriesRole::alternative,
                   SeriesStyle::points,
                   {},
                   {},
                   {},
                   {},
                   {},
                   {}};
    Series floor{"noise floor, falls as N⁻¹ᐟ²",
                 SeriesRole::law,
                 SeriesStyle::dashed,
                 {},
                 {},
                 {},
                 {},
                 {},
                 {}};
    Series limit{
        "Poisson: plateau", SeriesRole::alternative, SeriesStyle::line, {}, {}, {}, {}, {}, {}};
    Series spread{"", SeriesRole::band, SeriesStyle::line, {}, {}, {}, {}, {}, {}};
    for (int i = 0; i <= 24; ++i) {
        const double n = std::pow(10.0, i / 4.0);
        const double distance = std::min(0.8, 1.9 / std::sqrt(n));
        simulated.x.push_back(n);
        simulated.y.push_back(distance * std::exp(0.08 * normalOf(noise)));
        simulated.error.push_back(0.08 * distance);
        plateau.x.push_back(n);
        plateau.y.push_back(std::hypot(0.158, distance));
        floor.x.push_back(n);
        floor.y.push_back(distance);
        limit.x.push_back(n);
        limit.y.push_back(0.158);
        spread.x.push_back(n);
        spread.low.push_back(distance * 0.8);
        spread.high.push_back(distance * 1.25);
    }
    Series marker;
    marker.name = "N = 18/q²";
    marker.role = SeriesRole::marker;
    marker.x = {18 / 0.158 / 0.158};
    Figure figure;
    figure.title = "Distance to each law";
    figure.caption = "total variation · p = 0.30 · M = 100 · seed 7";
    figure.x = {"trials N", "", AxisScale::logarithmic, {}, {}};
    figure.y = {"total variation", "", AxisScale::logarithmic, {}, {}};
    figure.content = Curves{{spread, floor, limit, simulated, plateau, marker}};
    return figure;
}

inline Figure gradientNorms() {
    Figure figure;
    figure.title = "Does the gradient survive the depth?";
    figure.caption = "width 256 · batch 64 · He initialisation";
    figure.x.label = "layer";
    figure.y.label = "norm of the gradient";
    Curves curves;
    const char* names[] = {"with batch norm", "theory", "without"};
    const SeriesRole roles[] = {SeriesRole::simulated, SeriesRole::law, SeriesRole::alternative};
    const SeriesStyle styles[] = {SeriesStyle::points, SeriesStyle::line, SeriesStyle::dashed};
    for (int s = 0; s < 3; ++s) {
        Series series{names[s], roles[s], styles[s], {}, {}, {}, {}, {}, {}};
        for (int layer = 1; layer <= 20; ++layer) {
            series.x.push_back(layer);
            const double base = s == 2 ? 4 * std::exp(-0.15 * layer) : 1.5 + 0.1 * layer;
            series.y.push_back(s == 0 ? base + 0.08 * std::sin(9.0 * layer) : base);
            if (s == 0)
                series.error.push_back(0.1);
        }
        curves.series.push_back(series);
    }
    figure.content = curves;
    return figure;
}

inline Figure cloud(std::size_t points, bool arrows = false) {
    Stream noise = noiseStream();
    Scatter scatter;
    scatter.equalAspect = true;
    const char* names[] = {"both kept", "one dropped", "both dropped"};
    for (int g = 0; g < 3; ++g) {
        Series group;
        group.name = names[g];
        for (std::size_t i = 0; i < points / 3; ++i) {
            const double a = normalOf(noise);
            const double b = normalOf(noise);
            group.x.push_back(1.5 * a + 2.2 * g);
            group.y.push_back(0.8 * a + 0.6 * b);
        }
        scatter.groups.push_back(group);
    }
    scatter.ellipses = {{"95 % of the law", SeriesRole::law, 2.2, 0, 4.6, 1.6, 0.42},
                        {"independent", SeriesRole::alternative, 2.2, 0, 4.2, 2.4, 0}};
    if (arrows)
        scatter.arrows = {{"PC 1", 2.2, 0, 5.6, 1.5}, {"PC 2", 2.2, 0, 1.6, 1.6}};
    Figure figure;
    figure.title = "What does dropping one unit say about the other?";
    figure.caption = std::to_string(points) + " forward passes · correlation 0.8";
    figure.x.label = "first unit";
    figure.y.label = "second unit";
    figure.content = scatter;
    return figure;
}

inline Figure mask(std::size_t rows, std::size_t columns, bool missing = false) {
    Stream noise = noiseStream();
    Heatmap heatmap;
    heatmap.colours = ColourScale::binary;
    heatmap.matrix = {rows, columns, {}};
    for (std::size_t i = 0; i < rows * columns; ++i)
        heatmap.matrix.values.push_back(noise.nextUniform() < 0.68 ? 1 : 0);
    if (missing)
        heatmap.matrix.values.back() = std::numeric_limits<double>::quiet_NaN();
    Figure figure;
    figure.title = "One mask: 68 of 100 kept";
    figure.content = heatmap;
    return figure;
}

inline Figure matrix(std::size_t rows, std::size_t columns, ColourScale colours, bool twin,
                     bool labels) {
    Heatmap heatmap;
    heatmap.colours = colours;
    heatmap.matrix = {rows, columns, {}};
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            const double x = static_cast<double>(r) / static_cast<double>(rows);
            const double y = static_cast<double>(c) / static_cast<double>(columns);
            const double wave = std::cos(9 * x) * std::sin(7 * y) * 0.8;
            heatmap.matrix.values.push_back(colours == ColourScale::sequential ? wave * wave
                                                                               : wave);
        }
        if (labels)
            heatmap.rowLabels.push_back("unit " + std::to_string(r + 1));
    }
    for (std::size_t c = 0; labels && c < columns; ++c)
        heatmap.columnLabels.push_back("x" + std::to_string(c + 1));
    if (twin) {
        heatmap.twin = heatmap.matrix;
        std::reverse(heatmap.twin->values.begin(), heatmap.twin->values.end());
        heatmap.matrixTitle = "by hand";
        heatmap.twinTitle = "by finite differences";
    }
    Figure figure;
    figure.title = "Jacobian of batch normalisation";
    figure.caption = "B = 8 · ε = 10⁻⁵";
    figure.x.label = "input sample";
    figure.content = heatmap;
    return figure;
}

inline Figure flow() {
    FlowGraph graph;
    graph.nodes = {{"x", "x", 1.24},   {"mu", "mean μ", 0.31}, {"var", "variance σ²", 2.05},
                   {"hat", "x̂", 0.65}, {"gamma", "γ", 1.0},    {"beta", "β", 0.0},
                   {"y", "y", 0.65},   {"relu", "ReLU", 0.65}, {"loss", "loss", 0.42}};
    graph.edges = {{"x", "mu", 0.125, ""},   {"x", "var", -0.23, ""},   {"mu", "var", 0.02, ""},
                   {"x", "hat", 0.7, ""},    {"mu", "hat", -0.7, ""},   {"var", "hat", -0.16, ""},
                   {"gamma", "y", 0.65, ""}, {"hat", "y", 1.0, ""},     {"beta", "y", 1.0, ""},
                   {"y", "relu", 1.0, ""},   {"relu", "loss", 0.38, ""}};
    Figure figure;
    figure.title = "How does the gradient flow back?";
    figure.caption = "edge = local derivative";
    figure.content = graph;
    return figure;
}

} // namespace plumbline::samples
