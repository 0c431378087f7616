#include "core/labs/kept_units/explanation.h"

#include "core/report/number_format.h"

#include <algorithm>

namespace plumbline::kept_units {

namespace {

/// "At k = 70 that is **0.0868**; you see **0.0874**, inside the band."
std::string numbersAtTheMode(const Report& report) {
    const Figure* figure = report.figure("kept-units");
    const auto& histogram = std::get<Histogram>(figure->content);
    const auto& law = histogram.laws.front().y;
    const auto cell = static_cast<std::size_t>(std::ranges::max_element(law) - law.begin());
    const std::string where = histogram.binWidth == 1
                                  ? "At k = " + formatNumber(histogram.simulated.x[cell])
                                  : "Around k = " + formatNumber(histogram.simulated.x[cell]);
    const std::string theory = where + " that is **" + formatNumber(law[cell], 3) + "**";
    if (report.trials == 0)
        return theory + ".";
    const double seen = histogram.simulated.y[cell];
    const bool inside = seen >= histogram.band.low[cell] && seen <= histogram.band.high[cell];
    return theory + "; you see **" + formatNumber(seen, 3) + "**, " +
           (inside ? "inside" : "outside") + " the band.";
}

Explanation fixedUnits(const Report& report) {
    const double keep = 1 - report.parameters.real("p");
    return {
        .title = "Why binomial?",
        .before = {"Each unit is kept with probability 1 − p = " + formatNumber(keep) +
                   ", independently. Counting the k kept of M:"},
        .formula = "P(k) = C(M, k) (1−p)<sup>k</sup> p<sup>M−k</sup>",
        .after = {numbersAtTheMode(report),
                  "As p nears 1 with M(1−p) held fixed, the dashed Poisson curve closes in. With "
                  "p fixed it never does, however large M: from about N = 18/(1−p)² trials on "
                  "the difference shows."},
        .presetId = "poisson-limit"};
}

Explanation randomUnits(const Report& report) {
    const double keep = 1 - report.parameters.real("p");
    const double mean = report.parameters.real("lambda") * keep;
    return {
        .title = "Why Poisson again?",
        .before = {"M is Poisson with mean λ = " + formatNumber(report.parameters.real("lambda")) +
                   ", and each unit is kept with probability 1 − p = " + formatNumber(keep) +
                   ". Thinning leaves a Poisson law with mean λ(1−p) = " + formatNumber(mean) +
                   ":"},
        .formula = "P(k) = e<sup>−λ(1−p)</sup> (λ(1−p))<sup>k</sup> / k!",
        .after = {numbersAtTheMode(report),
                  "Kept and dropped counts are independent here, and only here: with M fixed "
                  "their correlation is −1."},
        .presetId = "poisson-limit"};
}

} // namespace

Explanation explain(const Report& report) {
    return report.parameters.text("units") == "poisson" ? randomUnits(report) : fixedUnits(report);
}

} // namespace plumbline::kept_units
