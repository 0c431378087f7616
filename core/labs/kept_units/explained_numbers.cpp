#include "core/labs/kept_units/explained_numbers.h"

#include "core/lab/lab.h"
#include "core/lab/text.h"
#include "core/labs/kept_units/description.h"
#include "core/report/number_format.h"

#include <algorithm>
#include <cmath>

namespace plumbline::kept_units {

namespace {

constexpr int kDigits = 3;

const Histogram& histogramOf(const Report& report) {
    return std::get<Histogram>(report.figure("kept-units")->content);
}

/// With as many decimals as three digits of the theory have, so that it keeps its width in a run.
std::string seenLike(double seen, double theory) {
    const int decimals = kDigits - 1 - static_cast<int>(std::floor(std::log10(theory)));
    const bool plain = roughly(theory).find("×") == std::string::npos;
    return plain ? formatFixed(seen, std::max(0, decimals)) : roughly(seen);
}

} // namespace

std::optional<SeenAtMode> seenAtMode(const Report& report, std::int64_t mode) {
    if (report.trials == 0)
        return std::nullopt;
    const Histogram& histogram = histogramOf(report);
    const auto& centres = histogram.simulated.x;
    const auto nearest = std::ranges::min_element(
        centres, {}, [&](double centre) { return std::fabs(centre - static_cast<double>(mode)); });
    const auto cell = static_cast<std::size_t>(nearest - centres.begin());
    const double countsPerFraction = static_cast<double>(report.trials) * histogram.binWidth;
    const auto count = [&](const std::vector<double>& fractions) {
        return std::llround(fractions[cell] * countsPerFraction);
    };
    return SeenAtMode{.low = count(histogram.band.low),
                      .count = count(histogram.simulated.y),
                      .high = count(histogram.band.high),
                      .binWidth = std::llround(histogram.binWidth),
                      .fraction = histogram.simulated.y[cell]};
}

std::string units(std::int64_t count) {
    return formatCount(count);
}

std::string exactly(double value) {
    const std::string text = formatNumber(value);
    return text == "1" && value != 1 ? plainNumber(value) : text;
}

std::string keepText(const Setting& setting) {
    const bool hidden = setting.keepProbability() == 1 && setting.dropProbability > 0;
    return hidden ? "1 − " + exactly(setting.dropProbability) : exactly(setting.keepProbability());
}

std::string roughly(double value) {
    return formatNumber(value, kDigits);
}

std::string power(const std::string& base, const std::string& exponent) {
    const bool isProduct = base.find("×") != std::string::npos;
    return (isProduct ? "(" + base + ")" : base) + "<sup>" + exponent + "</sup>";
}

std::string exponential(double exponent) {
    return power("<i>e</i>", exactly(exponent));
}

std::string poissonMass(double mean, std::int64_t count) {
    const std::string k = units(count);
    return exponential(-mean) + " · " + power(exactly(mean), k) + " / " + k + "!";
}

std::string seenNote(const Report& report, const CountLaw& law) {
    const auto seen = seenAtMode(report, law.mode());
    if (!seen)
        return {};
    const std::string where = seen->binWidth == 1 ? "You see **" : "The bar around it shows **";
    const std::string unit = seen->binWidth == 1 ? "**, " : "** a count, ";
    return where + seenLike(seen->fraction, law.pmf(law.mode())) + unit +
           (seen->inside() ? "inside" : "outside") + " the band.";
}

Formula bandFormula(const Report& report, const CountLaw& law) {
    Formula formula{.heading = "The shaded band",
                    .id = "simultaneous-band",
                    .spoken = "The probability that the count of trials at every k lies between "
                              "its lower and its upper edge, at all k at once, equals "
                              "ninety-five percent.",
                    .numbers = "<i>N</i> = 0: no bar yet",
                    .note = "Each count n alone is Binomial(N, P(K = k)). The edges are set so "
                            "that **all** bars lie inside at once in 95 % of runs."};
    const auto seen = seenAtMode(report, law.mode());
    if (!seen)
        return formula;
    const std::string at =
        (seen->binWidth == 1 ? "At <i>k</i> = " : "Around <i>k</i> = ") + units(law.mode()) + ": ";
    formula.numbers =
        at + units(seen->low) + " ≤ <b>" + units(seen->count) + "</b> ≤ " + units(seen->high);
    if (!seen->inside())
        formula.numbers = at + "<b>" + units(seen->count) + "</b> is not in [" + units(seen->low) +
                          ", " + units(seen->high) + "]";
    return formula;
}

std::vector<PlottedItem> plottedItems(const Report& report, const std::string& law,
                                      const std::string& alternative) {
    const auto width = std::llround(histogramOf(report).binWidth);
    const std::string bars =
        width == 1 ? "the fraction of trials that kept k units"
                   : "the fraction of trials a count, in bins of " + units(width) + " counts";
    std::vector<PlottedItem> items = {
        {SeriesRole::simulated, "**Bars:** " + bars},
        {SeriesRole::law, "**Line:** " + law + ", exact; nothing is fitted"},
        {SeriesRole::band, "**Shade:** where all bars should lie if the law is true"},
        {SeriesRole::marker, "**Beneath:** each bar's distance from the law, in standard "
                             "deviations"}};
    if (!alternative.empty())
        items.insert(items.begin() + 2, {SeriesRole::alternative, "**Dashed:** " + alternative});
    return items;
}

std::vector<std::string> sharedConditions(const Setting& setting) {
    std::vector<std::string> conditions = {
        "The masks of different units must be **independent**. Dropping whole channels or blocks "
        "together gives another law.",
        "The band holds for one look at a finished run. Watched all along, some bar will leave it "
        "sooner or later."};
    if (setting.testsOnlyTheSampler())
        conditions.push_back("This sampling draws **from the law itself**: agreement here tests "
                             "the sampler, not the theory.");
    return conditions;
}

void suggestPreset(Explanation& explanation, const Report& report, const std::string& id) {
    const auto& presets = description().presets;
    const auto preset = std::ranges::find(presets, id, &Preset::id);
    if (preset != presets.end() && presetParameters(description(), *preset) != report.parameters)
        explanation.suggestions.push_back({preset->title, preset->description, id, {}});
}

} // namespace plumbline::kept_units
