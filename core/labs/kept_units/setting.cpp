#include "core/labs/kept_units/setting.h"

#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/lab/text.h"

namespace plumbline::kept_units {

namespace {

Sampling automaticSampling(double unitsPerTrial, double trials) {
    if (trials > kAutomaticWork) // also where most layers have no unit at all
        return Sampling::histogram;
    return unitsPerTrial * trials <= kAutomaticWork ? Sampling::masks : Sampling::counts;
}

double unitsPerTrial(const Parameters& parameters) {
    return parameters.text("units") == "poisson" ? parameters.real("lambda")
                                                 : static_cast<double>(parameters.integer("M"));
}

} // namespace

Sampling resolvedSampling(const Parameters& parameters, std::int64_t plannedTrials) {
    const std::string& name = parameters.text("sampling");
    if (name == "masks")
        return Sampling::masks;
    if (name == "counts")
        return Sampling::counts;
    if (name == "histogram")
        return Sampling::histogram;
    return automaticSampling(unitsPerTrial(parameters), static_cast<double>(plannedTrials));
}

std::optional<Problem> excessiveWork(const Parameters& parameters, std::int64_t plannedTrials) {
    const Sampling sampling = resolvedSampling(parameters, plannedTrials);
    if (sampling == Sampling::histogram)
        return std::nullopt;
    const std::string name = "sampling=" + samplingName(sampling);
    if (plannedTrials > kMostSingleTrials)
        return Problem{"sampling", name + " must draw at most 1e11 trials, got " +
                                       compactNumber(static_cast<double>(plannedTrials)) +
                                       "; sampling=histogram would do"};
    const double work = unitsPerTrial(parameters) * static_cast<double>(plannedTrials);
    if (sampling == Sampling::counts || work <= kMostMaskedUnits)
        return std::nullopt;
    const std::string units = parameters.text("units") == "poisson" ? "lambda" : "M";
    return Problem{"sampling", name + " must draw at most 1e13 units, got " + units +
                                   " * trials = " + compactNumber(work) +
                                   "; sampling=counts would do"};
}

std::string samplingName(Sampling sampling) {
    switch (sampling) {
    case Sampling::masks:
        return "masks";
    case Sampling::counts:
        return "counts";
    case Sampling::histogram:
        return "histogram";
    }
    return {};
}

Setting makeSetting(const Parameters& parameters, std::uint64_t seed, std::int64_t plannedTrials) {
    Setting setting{.dropProbability = parameters.real("p"),
                    .randomUnits = parameters.text("units") == "poisson",
                    .units = parameters.integer("M"),
                    .rate = parameters.real("lambda"),
                    .sampling = resolvedSampling(parameters, plannedTrials),
                    .seed = seed,
                    .law = {},
                    .alternative = {}};
    if (setting.randomUnits) {
        setting.law =
            std::make_shared<Poisson>(Poisson::keptUnits(setting.rate, setting.dropProbability));
    } else {
        const auto kept = Binomial::keptUnits(setting.units, setting.dropProbability);
        setting.law = std::make_shared<Binomial>(kept);
        setting.alternative = std::make_shared<Poisson>(Poisson::withMeanOf(kept));
    }
    return setting;
}

} // namespace plumbline::kept_units
