#include "core/labs/kept_units/description.h"

#include "core/labs/kept_units/verdicts.h"

namespace plumbline::kept_units {

namespace {

std::vector<ParameterSpec> parameters() {
    const Applicability whenFixed{"units", {"fixed"}, "M is drawn from Poisson(lambda)"};
    const Applicability whenRandom{"units", {"poisson"}, "the number of units is fixed"};
    return {
        {.name = "p",
         .symbol = "p",
         .title = "drop probability",
         .description = "Each unit is dropped with probability p and kept with 1-p, independently "
                        "of all others.",
         .kind = ParameterKind::real,
         .defaultValue = 0.5,
         .minimum = 0,
         .maximum = 1,
         .step = 0.01,
         .choices = {},
         .applies = {}},
        {.name = "M",
         .symbol = "M",
         .title = "units in the layer",
         .description = "The number of units that can be kept or dropped.",
         .kind = ParameterKind::integer,
         .defaultValue = std::int64_t{100},
         .minimum = 1,
         .maximum = 1e9,
         .step = 1,
         .scale = ParameterScale::logarithmic,
         .choices = {},
         .applies = whenFixed},
        {.name = "lambda",
         .symbol = "λ",
         .title = "Poisson rate",
         .description = "The mean number of units when each trial draws its own M from "
                        "Poisson(lambda).",
         .kind = ParameterKind::real,
         .defaultValue = 100.0,
         .minimum = 0.01,
         .maximum = 1e6,
         .step = 0.01,
         .scale = ParameterScale::logarithmic,
         .choices = {},
         .applies = whenRandom},
        {.name = "units",
         .symbol = "",
         .title = "number of units",
         .description = "Whether every trial has the same M units or draws M from Poisson(lambda).",
         .kind = ParameterKind::choice,
         .defaultValue = std::string("fixed"),
         .choices = {{"fixed", "fixed M"}, {"poisson", "M ~ Poisson(λ)"}},
         .applies = {}},
        {.name = "sampling",
         .symbol = "",
         .title = "sampling",
         .description = "masks draws every unit, counts draws each trial's kept count, histogram "
                        "draws the whole histogram at once; auto is histogram above 2e9 trials, "
                        "else masks up to 2e9 units in all, else counts.",
         .kind = ParameterKind::choice,
         .defaultValue = std::string("auto"),
         .choices = {{"auto", "automatic"},
                     {"masks", "every unit"},
                     {"counts", "counts"},
                     {"histogram", "histogram"}},
         .applies = {}},
    };
}

std::vector<Preset> presets() {
    constexpr std::int64_t kMillion = 1'000'000;
    return {
        {.id = "poisson-limit",
         .title = "M(1−p) = 5, p → 1",
         .description = "Few of many units survive: the binomial is all but Poisson, and a million "
                        "trials cannot tell them apart.",
         .values = {{"p", 0.999}, {"M", std::int64_t{5000}}},
         .trials = {}},
        {.id = "thinning",
         .title = "Random M: thinning",
         .description = "With M ~ Poisson(lambda) the kept count is Poisson and independent of the "
                        "dropped count.",
         .values = {{"p", 0.3}, {"units", std::string("poisson")}},
         .trials = {}},
        {.id = "five-units",
         .title = "Five units",
         .description = "A layer so small that every outcome can be counted by hand.",
         .values = {{"p", 0.2}, {"M", std::int64_t{5}}},
         .trials = {}},
        {.id = "wide-layer",
         .title = "A million units",
         .description = "The bell curve of a very wide layer; relative fluctuations have all but "
                        "gone.",
         .values = {{"M", kMillion}},
         .trials = {}},
        {.id = "trillion-trials",
         .title = "A trillion trials",
         .description = "The whole histogram drawn at once: the distance to the law falls to a "
                        "millionth.",
         .values = {{"p", 0.1}, {"M", std::int64_t{1000}}, {"sampling", std::string("histogram")}},
         .trials = kMillion * kMillion},
    };
}

std::vector<ArrayDescription> arrays() {
    return {
        {"k", "[cells]",
         "kept counts: every integer within 8 standard deviations of the mean, and every other "
         "value observed"},
        {"count", "[cells]", "number of trials that kept k units"},
        {"binomial", "[cells]", "Binomial(M, 1-p) at k; fixed M only"},
        {"poisson", "[cells]", "Poisson(M(1-p)) at k; fixed M only"},
        {"thinned", "[cells]", "Poisson(lambda(1-p)) at k; random M only"},
        {"band_low", "[cells]",
         "lower edge of the simultaneous 95 % band for count, centred on the law"},
        {"band_high", "[cells]", "upper edge of that band; an edge itself lies within"},
    };
}

std::vector<FigureDescription> figures() {
    return {
        {"kept-units", "histogram", "How many units survive?",
         "Fraction of trials that kept k units, the laws, the simultaneous 95 % band of the law, "
         "and the standardised residuals. Above some 500 values neighbouring k are binned."},
        {"convergence", "curves", "Distance to each law",
         "Total variation between the simulated histogram and each law against the number of "
         "trials, with the distance to be expected under the law and the plateau of the wrong "
         "one."},
        {"mask", "heatmap", "One mask",
         "One mask of trial 0, at most the first 64 x 64 units: 1 kept, 0 dropped."},
        {"independence", "scatter", "Kept against dropped",
         "The pairs of up to 2,000 trials and the 95 % ellipse of two independent Poisson counts; "
         "random M only."},
    };
}

std::vector<VerdictDescription> verdicts() {
    return {
        {"mean",
         "mean kept",
         VerdictKind::check,
         "Mean kept count against the law's.",
         {kNoTrials}},
        {"variance",
         "variance",
         VerdictKind::check,
         "Unbiased sample variance of the kept count against the law's.",
         {kNoTrials, "a single trial has no variance"}},
        {"goodness-of-fit",
         "goodness of fit",
         VerdictKind::check,
         "Cressie-Read test (2/3) of the histogram against the law, tails pooled to an expected 5; "
         "by Monte Carlo while that leaves fewer than two cells.",
         {kNoTrials}},
        {"total-variation",
         "total variation",
         VerdictKind::check,
         "Distance between histogram and law against its exact expectation under the law.",
         {kNoTrials}},
        {"independence",
         "independence",
         VerdictKind::check,
         "Correlation of kept and dropped counts against zero; random M only.",
         {kNoTrials, "histogram sampling draws no pairs of kept and dropped units",
          "r needs both kept and dropped units to vary between trials"}},
        {"poisson-approximation",
         "Poisson approximation",
         VerdictKind::comparison,
         "Index of dispersion against 1, its value under a Poisson law, at three standard errors: "
         "the "
         "binomial misses it by q = 1-p, which is that much from N = 18/q^2 trials on; "
         "fixed M only.",
         {"the index of dispersion needs two trials and a kept unit"}},
    };
}

LabDescription makeDescription() {
    return {.id = "kept-units",
            .group = "Dropout",
            .title = "Kept units",
            .summary =
                "How many units of a layer survive dropout? Masks of M independent units are drawn "
                "and the number kept is compared with Binomial(M, 1-p), with the Poisson law that "
                "approximates it, or, for M drawn from Poisson(lambda), with the thinned "
                "Poisson(lambda(1-p)).",
            .trial = "one layer of masks",
            .defaultTrials = 1'000'000,
            .parameters = parameters(),
            .presets = presets(),
            .arrays = arrays(),
            .figures = figures(),
            .verdicts = verdicts()};
}

} // namespace

const LabDescription& description() {
    static const LabDescription description = makeDescription();
    return description;
}

} // namespace plumbline::kept_units
