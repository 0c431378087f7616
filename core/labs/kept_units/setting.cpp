#include "core/labs/kept_units/setting.h"

#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"

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
