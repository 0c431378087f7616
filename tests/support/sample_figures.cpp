#include "tests/support/sample_figures.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace plumbline {
namespace {

Series named(const char* name, SeriesRole role, SeriesStyle style = SeriesStyle::line) {
    Series series;
    series.name = name;
    series.role = role;
    series.style = style;
    return series;
}

Axis axis(const char* label, AxisScale scale = AxisScale::linear) {
    Axis result;
    result.label = label;
    result.scale = scale;
    return result;
}

Verdict verdict(const char* id, const char* title) {
    Verdict result;
    result.id = id;
    result.title = title;
    return result;
}

double binomial(int n, int k, double keep) {
    if (keep <= 0 || keep >= 1)
        return (keep <= 0 ? k == 0 : k == n) ? 1 : 0;
    return std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) +
                    k * std::log(keep) + (n - k) * std::log1p(-keep));
}

Figure histogramOf(const SampleCounts& counts) {
    Histogram bars;
    bars.simulated = named("simulated", SeriesRole::simulated);
    bars.band = named("95 % band", SeriesRole::band);
    Series law = named("Binomial(M, 1−p)", SeriesRole::law);
    bars.residuals = named("residuals", SeriesRole::simulated);
    const double n = std::max(1.0, static_cast<double>(counts.trials));
    for (int k = 0; k <= counts.units; ++k) {
        const double expected = binomial(counts.units, k, 1 - counts.dropProbability);
        const double sigma = std::sqrt(std::max(expected * (1 - expected), 1e-300) / n);
        const double found = static_cast<double>(counts.counts[static_cast<std::size_t>(k)]) / n;
        for (Series* series : {&bars.simulated, &bars.band, &law, &bars.residuals})
            series->x.push_back(k);
        bars.simulated.y.push_back(found);
        law.y.push_back(expected);
        bars.band.low.push_back(std::max(0.0, expected - 3 * sigma));
        bars.band.high.push_back(expected + 3 * sigma);
        bars.residuals.y.push_back(std::clamp((found - expected) / sigma, -4.0, 4.0));
    }
    bars.laws = {law};
    Figure figure;
    figure.id = "histogram";
    figure.title = "How many of " + std::to_string(counts.units) + " units survive?";
    figure.caption = "p = " + std::to_string(counts.dropProbability).substr(0, 4) + " · " +
                     std::to_string(counts.trials) + " layers · seed " +
                     std::to_string(counts.seed);
    figure.x = axis("kept units k");
    figure.y.low = 0;
    figure.content = bars;
    return figure;
}

Figure curvesOf(const SampleCounts& counts) {
    Series fall = named("law: falls", SeriesRole::law, SeriesStyle::points);
    Series level = named("plateau", SeriesRole::alternative, SeriesStyle::points);
    for (double n = 10; n <= std::max(100.0, static_cast<double>(counts.trials)); n *= 1.6) {
        fall.x.push_back(n);
        fall.y.push_back(1 / std::sqrt(n));
        level.x.push_back(n);
        level.y.push_back(0.15 + 0.3 / std::sqrt(n));
    }
    Figure figure;
    figure.id = "convergence";
    figure.title = "Distance to each law";
    figure.x = axis("trials N", AxisScale::logarithmic);
    figure.y = axis("", AxisScale::logarithmic);
    figure.content = Curves{{fall, level}};
    return figure;
}

Figure heatmapOf(const SampleCounts& counts) {
    Heatmap mask;
    mask.colours = ColourScale::binary;
    mask.matrix = {4, 10, {}};
    for (int i = 0; i < 40; ++i)
        mask.matrix.values.push_back((i * 7 + static_cast<int>(counts.seed)) % 10 < 7 ? 1 : 0);
    Figure figure;
    figure.id = "mask";
    figure.title = "One mask";
    figure.content = mask;
    return figure;
}

Figure scatterOf() {
    Series first = named("first", SeriesRole::simulated, SeriesStyle::points);
    Series second = named("second", SeriesRole::simulated, SeriesStyle::points);
    for (int i = 0; i < 40; ++i) {
        first.x.push_back(std::cos(i) + 0.02 * i);
        first.y.push_back(std::sin(2.0 * i));
        second.x.push_back(2 + std::cos(3.0 * i));
        second.y.push_back(std::sin(i) - 0.5);
    }
    Figure figure;
    figure.id = "scatter";
    figure.title = "Two groups";
    figure.x = axis("first axis");
    figure.y = axis("second axis");
    figure.content = Scatter{.groups = {first, second}, .ellipses = {}, .arrows = {}};
    return figure;
}

Figure flowOf() {
    FlowGraph graph;
    graph.nodes = {{"x", "x", 1.0}, {"h", "h = Wx", 2.0}, {"y", "y", 0.5}};
    graph.edges = {{"x", "h", 2, "W"}, {"h", "y", -0.5, "relu"}};
    Figure figure;
    figure.id = "flow";
    figure.title = "Where the gradient goes";
    figure.content = graph;
    return figure;
}

} // namespace

std::vector<Figure> sampleFigures(const SampleCounts& counts) {
    return {histogramOf(counts), curvesOf(counts), heatmapOf(counts), scatterOf(), flowOf()};
}

std::vector<Verdict> sampleVerdicts(const SampleCounts& counts) {
    double sum = 0;
    for (std::size_t k = 0; k < counts.counts.size(); ++k)
        sum += static_cast<double>(k) * static_cast<double>(counts.counts[k]);
    const double n = static_cast<double>(counts.trials);
    const double p = counts.dropProbability;
    const double expected = counts.units * (1 - p);
    Verdict mean = verdict("mean", "mean kept");
    if (counts.trials > 0) {
        mean.measured = sum / n;
        mean.standardError = std::sqrt(std::max(1e-12, counts.units * p * (1 - p) / n));
        mean.expected = expected;
        mean.tolerance = 5 * *mean.standardError;
    } else {
        mean.undetermined = "no trial yet";
    }
    Verdict fit = verdict("fit", "goodness of fit");
    fit.measured = 25.4;
    fit.expected = 26.0;
    fit.tolerance = 20.0;
    fit.pValue = 0.41;
    fit.note = "Cressie–Read, 31 cells after pooling";
    Verdict wrong = verdict("wrong", "a wrong claim");
    wrong.measured = -1.25;
    wrong.standardError = 0.004;
    wrong.expected = 1.0;
    wrong.tolerance = 0.02;
    wrong.note = "the sign of the derivative is lost on the way, which the checker finds by "
                 "flipping every sign of the expression in turn";
    Verdict open = verdict("open", "independence");
    open.undetermined = "histogram sampling does not draw pairs";
    Verdict visible = verdict("visible", "Poisson approximation");
    visible.kind = VerdictKind::comparison;
    visible.rule = VerdictRule::atMost;
    visible.measured = 0.158;
    visible.expected = 0.0;
    visible.tolerance = 0.01;
    visible.note = "distinguishable since N ≈ 37";
    Verdict hidden = visible;
    hidden.id = "hidden";
    hidden.title = "normal approximation";
    hidden.measured = 0.002;
    hidden.note.clear();
    return {mean, fit, wrong, open, visible, hidden};
}

} // namespace plumbline
