#include "core/labs/kept_units/figures.h"

#include "core/labs/kept_units/summaries.h"
#include "core/report/number_format.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::kept_units {

namespace {

/// (chi-squared with 2 degrees of freedom, 95 %)^(1/2).
constexpr double kNinetyFivePercentRadius = 2.447746830680816;

constexpr std::size_t kMaskColumns = 64;
constexpr double kMaskAspect = 4; // columns over rows of a small mask, as wide as its card

std::string question(const Setting& setting) {
    if (setting.randomUnits)
        return "How many of Poisson(" + formatNumber(setting.rate) + ") units survive?";
    return setting.units == 1 ? "How often does one unit survive?"
                              : "How many of " + formatCount(setting.units) + " units survive?";
}

std::string samplingPhrase(Sampling sampling) {
    switch (sampling) {
    case Sampling::masks:
        return "every unit drawn";
    case Sampling::counts:
        return "each trial's count drawn";
    case Sampling::histogram:
        return "whole histogram drawn";
    }
    return {};
}

Series series(std::string name, SeriesRole role, SeriesStyle style, std::vector<double> x,
              std::vector<double> y) {
    return {.name = std::move(name),
            .role = role,
            .style = style,
            .x = std::move(x),
            .y = std::move(y),
            .low = {},
            .high = {},
            .error = {},
            .labels = {}};
}

std::vector<double> scaled(const std::vector<double>& values, double factor) {
    std::vector<double> result(values);
    for (double& value : result)
        value *= factor;
    return result;
}

std::vector<double> scaled(const std::vector<std::int64_t>& counts, double factor) {
    std::vector<double> result(counts.begin(), counts.end());
    for (double& value : result)
        value *= factor;
    return result;
}

/// Of each bar's height: sqrt(c (1 - c/N)), c its count, in units of the height. Empty without
/// trials.
std::vector<double> standardErrors(const std::vector<std::int64_t>& counts, double trials,
                                   double perCount) {
    std::vector<double> result;
    for (std::size_t i = 0; trials > 0 && i < counts.size(); ++i) {
        const auto count = static_cast<double>(counts[i]);
        result.push_back(std::sqrt(count * (1 - count / trials)) * perCount);
    }
    return result;
}

/**
 * Signed root of the Poisson deviance (McCullagh and Nelder 1989, 2.4): as good as normal in full
 * cells, and unlike (count - expected)/sd also sensible in cells that expect less than one.
 */
double devianceResidual(double count, double expected) {
    const double gap = count - expected;
    const double cross = count > 0 && expected > 0 ? count * std::log(count / expected) : 0;
    const double root = std::sqrt(std::max(0.0, 2 * (cross - gap)));
    return gap < 0 ? -root : root;
}

Series residuals(const HistogramCells& cells, double trials) {
    std::vector<double> values;
    for (std::size_t i = 0; i < cells.law.size(); ++i)
        values.push_back(
            devianceResidual(static_cast<double>(cells.counts[i]), trials * cells.law[i]));
    return series("residual, in standard deviations", SeriesRole::marker, SeriesStyle::points,
                  cells.centres, std::move(values));
}

std::string convergenceCaption(const Convergence& convergence) {
    const std::string apart =
        convergence.plateau > 0
            ? " · the two laws are " + formatNumber(convergence.plateau, 3) + " apart"
            : "";
    return "Total variation against N" + apart;
}

} // namespace

std::string lawName(const Setting& setting) {
    return setting.randomUnits ? "Poisson(λ(1−p))" : "Binomial(M, 1−p)";
}

std::string alternativeName() {
    return "Poisson(M(1−p))";
}

std::string runCaption(const Setting& setting, std::int64_t trials) {
    const std::string units = setting.randomUnits
                                  ? "M ~ Poisson(" + formatNumber(setting.rate) + ")"
                                  : "M = " + formatCount(setting.units);
    const std::string warning =
        setting.testsOnlyTheSampler() ? ": tests the sampler, not the theory" : "";
    return "drop p = " + formatNumber(setting.dropProbability) + " · " + units + " · " +
           trialsPhrase(trials) + ", " + samplingPhrase(setting.sampling) + warning + " · seed " +
           std::to_string(setting.seed);
}

Figure keptUnitsFigure(const Setting& setting, std::int64_t trials, const HistogramCells& cells,
                       const std::vector<Verdict>& verdicts) {
    const auto width = static_cast<double>(cells.width);
    const double perCount = trials > 0 ? 1 / (static_cast<double>(trials) * width) : 0;
    Histogram histogram;
    histogram.binWidth = width;
    histogram.simulated = series("simulated", SeriesRole::simulated, SeriesStyle::line,
                                 cells.centres, scaled(cells.counts, perCount));
    histogram.simulated.error = standardErrors(cells.counts, static_cast<double>(trials), perCount);
    if (!cells.bandLow.empty()) {
        histogram.band =
            series("95 % band", SeriesRole::band, SeriesStyle::line, cells.centres, {});
        histogram.band.low = scaled(cells.bandLow, perCount);
        histogram.band.high = scaled(cells.bandHigh, perCount);
    }
    histogram.laws.push_back(series(lawName(setting), SeriesRole::law, SeriesStyle::line,
                                    cells.centres, scaled(cells.law, 1 / width)));
    if (!cells.alternative.empty())
        histogram.laws.push_back(series(alternativeName(), SeriesRole::alternative,
                                        SeriesStyle::dashed, cells.centres,
                                        scaled(cells.alternative, 1 / width)));
    histogram.residuals = residuals(cells, static_cast<double>(trials));
    const std::string binned =
        cells.width > 1 ? " · bins of " + formatCount(cells.width) + " counts" : "";
    Summary summary = keptUnitsSummary(histogram, trials, verdicts);
    return {.id = "kept-units",
            .title = question(setting),
            .caption = runCaption(setting, trials) + binned,
            .summary = std::move(summary.whole),
            .summaryWithoutLaw = std::move(summary.withoutLaw),
            .x = {.label = "kept units k", .unit = {}, .low = {}, .high = {}},
            .y = {.label = cells.width > 1 ? "fraction of trials per count" : "fraction of trials",
                  .unit = {},
                  .low = 0.0,
                  .high = {}},
            .content = std::move(histogram)};
}

Figure convergenceFigure(const Setting& setting, const Convergence& convergence,
                         std::int64_t trials, std::int64_t plannedTrials,
                         const std::vector<Verdict>& verdicts) {
    Curves curves;
    auto& all = curves.series;
    all.push_back(series(setting.randomUnits ? "to Poisson" : "to Binomial", SeriesRole::law,
                         SeriesStyle::points, convergence.trials, convergence.toLaw));
    all.push_back(series("expected", SeriesRole::law, SeriesStyle::dashed, convergence.trials,
                         convergence.expected));
    if (setting.alternative) {
        all.push_back(series("to Poisson", SeriesRole::alternative, SeriesStyle::points,
                             convergence.trials, convergence.toAlternative));
        if (convergence.plateau > 0 && !convergence.trials.empty())
            all.push_back(series("plateau", SeriesRole::alternative, SeriesStyle::dashed,
                                 {1, static_cast<double>(plannedTrials)},
                                 {convergence.plateau, convergence.plateau}));
        if (convergence.visibleFrom <= static_cast<double>(plannedTrials))
            all.push_back(series("N = 18/q²", SeriesRole::marker, SeriesStyle::line,
                                 {convergence.visibleFrom}, {}));
    }
    Summary summary = convergenceSummary(setting, convergence, trials, verdicts);
    return {.id = "convergence",
            .title = setting.alternative ? "Distance to each law" : "Distance to the law",
            .caption = convergenceCaption(convergence),
            .summary = std::move(summary.whole),
            .summaryWithoutLaw = std::move(summary.withoutLaw),
            .x = {.label = "trials N",
                  .unit = {},
                  .scale = AxisScale::logarithmic,
                  .low = 1.0,
                  .high = static_cast<double>(std::max<std::int64_t>(plannedTrials, 10))},
            .y = {.label = "total variation",
                  .unit = {},
                  .scale = AxisScale::logarithmic,
                  .low = {},
                  .high = {}},
            .content = std::move(curves)};
}

Figure maskFigure(const Setting& setting, const DrawnMask& mask) {
    const std::size_t shown = mask.kept.size();
    const auto fitting =
        static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(shown) * kMaskAspect)));
    const std::size_t columns = std::clamp<std::size_t>(fitting, 1, kMaskColumns);
    const std::size_t rows = (shown + columns - 1) / columns;
    Heatmap heatmap{.matrix = {.rows = rows, .columns = columns, .values = {}},
                    .matrixTitle = {},
                    .twin = {},
                    .twinTitle = {},
                    .rowLabels = {},
                    .columnLabels = {},
                    .colours = ColourScale::binary};
    heatmap.matrix.values.assign(rows * columns, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < shown; ++i)
        heatmap.matrix.values[i] = mask.kept[i] ? 1 : 0;
    const std::int64_t keptUnits = std::ranges::count(mask.kept, true);
    const std::string kept = formatCount(keptUnits);
    const bool whole = static_cast<std::int64_t>(shown) == mask.units;
    const std::string part = whole ? formatCount(mask.units)
                                   : "the first " + formatCount(static_cast<std::int64_t>(shown));
    const std::string purpose = setting.sampling == Sampling::masks
                                    ? "Trial 0"
                                    : "Drawn for this picture alone: the trials draw no masks";
    Summary summary = maskSummary(setting, keptUnits, static_cast<std::int64_t>(shown));
    return {.id = "mask",
            .title = "One mask: " + kept + " of " + part + " kept",
            .caption =
                whole ? purpose : purpose + " · " + formatCount(mask.units) + " units in all",
            .summary = std::move(summary.whole),
            .summaryWithoutLaw = std::move(summary.withoutLaw),
            .x = {.label = {}, .unit = {}, .low = {}, .high = {}},
            .y = {.label = {}, .unit = {}, .low = {}, .high = {}},
            .content = std::move(heatmap)};
}

Figure shownMaskFigure(const Setting& setting, const DrawnMask& mask, const std::string& words) {
    Figure figure = maskFigure(setting, mask);
    const auto shown = static_cast<std::int64_t>(mask.kept.size());
    figure.title = words;
    figure.caption = shown == mask.units
                         ? "One trial of this run"
                         : "The first " + formatCount(shown) + " units of one trial";
    figure.summary = words + ".";
    return figure;
}

Figure independenceFigure(const Setting& setting, std::int64_t trials,
                          const std::vector<UnitPair>& pairs,
                          const std::vector<Verdict>& verdicts) {
    Series points = series("simulated", SeriesRole::simulated, SeriesStyle::points, {}, {});
    for (const auto& [kept, dropped] : pairs) {
        points.x.push_back(static_cast<double>(kept));
        points.y.push_back(static_cast<double>(dropped));
    }
    const double keptMean = setting.law->mean();
    const double droppedMean = setting.rate * setting.dropProbability;
    Scatter scatter;
    scatter.ellipses.push_back({.name = "95 % if independent",
                                .role = SeriesRole::law,
                                .centreX = keptMean,
                                .centreY = droppedMean,
                                .semiAxisA = kNinetyFivePercentRadius * std::sqrt(keptMean),
                                .semiAxisB = kNinetyFivePercentRadius * std::sqrt(droppedMean)});
    scatter.groups.push_back(std::move(points));
    const auto shown = static_cast<std::int64_t>(pairs.size());
    const std::string caption = setting.sampling == Sampling::histogram
                                    ? "Histogram sampling draws no pairs"
                                : shown < trials ? "The first " + formatCount(shown) + " trials"
                                                 : trialsPhrase(trials);
    Summary summary = independenceSummary(trials, verdicts);
    return {.id = "independence",
            .title = "Kept against dropped",
            .caption = caption,
            .summary = std::move(summary.whole),
            .summaryWithoutLaw = std::move(summary.withoutLaw),
            .x = {.label = "kept units", .unit = {}, .low = {}, .high = {}},
            .y = {.label = "dropped units", .unit = {}, .low = {}, .high = {}},
            .content = std::move(scatter)};
}

} // namespace plumbline::kept_units
