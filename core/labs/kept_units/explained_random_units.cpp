#include "core/distributions/poisson.h"
#include "core/labs/kept_units/explained_laws.h"
#include "core/labs/kept_units/explained_numbers.h"
#include "core/report/number_format.h"

#include <algorithm>
#include <cmath>

namespace plumbline::kept_units {

namespace {

struct RandomUnits {
    const Report& report;
    const Setting& setting;
    double p = setting.dropProbability;
    double q = setting.keepProbability();
    const CountLaw& law = *setting.law;
    std::string rate = exactly(setting.rate);
    Poisson dropped = Poisson::keptUnits(setting.rate, q);

    std::string introduction() const {
        const std::string first = "Each trial draws its own M ~ Poisson(λ = **" + rate + "**)";
        if (p == 0)
            return first + " and drops nothing, q = 1 − p = **1**: K is M itself.";
        if (p == 1)
            return first + " and drops everything, q = 1 − p = **0**: K is always 0.";
        return first + " and keeps each unit with probability q = 1 − p = **" + keepText(setting) +
               "**. **Thinning** a Poisson number leaves a Poisson number.";
    }

    Formula mass() const {
        const std::string left = "<i>P</i>(<i>K</i> = " + units(law.mode()) + ") = ";
        const std::string product =
            law.mean() == 0 ? "" : poissonMass(law.mean(), law.mode()) + " = ";
        return {.heading = "Exact law",
                .id = "thinned-pmf",
                .spoken = "The probability of k kept units equals e to the power minus lambda q, "
                          "times lambda q to the power k, divided by k factorial.",
                .numbers = left + product + "<b>" + roughly(law.pmf(law.mode())) + "</b>",
                .note = seenNote(report, law)};
    }

    Formula moments() const {
        return {.heading = "Mean and variance",
                .id = "thinned-moments",
                .spoken = "The mean of K equals its variance, lambda times q.",
                .numbers = "<i>E K</i> = Var <i>K</i> = " + rate + " · " + exactly(q) + " = <b>" +
                           exactly(law.mean()) + "</b>",
                .note = "The standard deviation is √(λq) = **" + roughly(std::sqrt(law.mean())) +
                        "**. With M fixed at λ it would be √(λpq) = **" +
                        roughly(std::sqrt(setting.rate * p * q)) + "**."};
    }

    Formula pair() const {
        const std::int64_t k = law.mode();
        const std::int64_t d = dropped.mode();
        return {.heading = "Kept and dropped together",
                .id = "thinned-pair",
                .spoken = "The probability of k kept and d dropped units is the product of two "
                          "Poisson probabilities, of k with mean lambda q and of d with mean "
                          "lambda p.",
                .numbers = "<i>P</i>(" + units(k) + " kept, " + units(d) +
                           " dropped) = " + roughly(law.pmf(k)) + " · " + roughly(dropped.pmf(d)) +
                           " = <b>" + roughly(law.pmf(k) * dropped.pmf(d)) + "</b>",
                .note = "The product says it: kept and dropped are **independent**."};
    }

    Formula covariance() const {
        const Verdict* verdict = report.verdict("independence");
        const std::string seen =
            verdict && verdict->measured
                ? " The correlation you see is **" + formatFixed(*verdict->measured, 4) + "**."
                : "";
        return {.heading = "Why independent, and only here",
                .id = "kept-dropped-covariance",
                .spoken = "The covariance of kept and dropped equals p times q times the "
                          "difference of the variance of M and the mean of M.",
                .numbers =
                    exactly(p) + " · " + exactly(q) + " · (" + rate + " − " + rate + ") = <b>0</b>",
                .note = "With M fixed at λ it would be −λpq = **" + roughly(-setting.rate * p * q) +
                        "**." + seen};
    }

    std::vector<std::string> conditions() const {
        std::vector<std::string> all = {
            "M must be **Poisson**. A more variable M makes kept and dropped counts rise together, "
            "a fixed one opposes them.",
            "M must not depend on the masks, and p must be the same for every unit and trial."};
        for (auto& condition : sharedConditions(setting))
            all.push_back(std::move(condition));
        return all;
    }

    void suggestFixedUnits(Explanation& explanation) const {
        const auto nearest = std::max<std::int64_t>(1, std::llround(setting.rate));
        Parameters fixed = report.parameters;
        fixed.set("units", std::string("fixed"));
        fixed.set("M", nearest);
        if (excessiveWork(fixed, report.plannedTrials))
            return;
        explanation.suggestions.push_back(
            {"M fixed at " + units(nearest),
             "The same mean number of units, but without luck in M: the spread shrinks by √p.",
             {},
             {{"units", std::string("fixed")}, {"M", nearest}}});
    }
};

} // namespace

Explanation explainRandomUnits(const Report& report, const Setting& setting) {
    const RandomUnits random{report, setting};
    Explanation explanation{.title = "Why Poisson again?",
                            .paragraphs = {random.introduction()},
                            .formulas = {random.mass(), random.moments(), random.pair(),
                                         random.covariance(), bandFormula(report, random.law)},
                            .plotted = plottedItems(report, "Poisson(λ(1−p))", {}),
                            .suggestions = {},
                            .conditions = random.conditions(),
                            .prediction = {}};
    random.suggestFixedUnits(explanation);
    suggestPreset(explanation, report, "poisson-limit");
    suggestPreset(explanation, report, "thinning");
    return explanation;
}

} // namespace plumbline::kept_units
