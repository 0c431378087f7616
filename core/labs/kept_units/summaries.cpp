#include "core/labs/kept_units/summaries.h"

#include "core/report/number_format.h"
#include "core/report/spoken_text.h"
#include "core/report/verdict_row.h"

#include <algorithm>
#include <cmath>

namespace plumbline::kept_units {

namespace {

/// A verdict in one clause: "mean 69.998 ± 0.032, theory 70, agrees"; empty for one that is not
/// there.
std::string clause(const std::string& quantity, const std::vector<Verdict>& verdicts,
                   const std::string& id) {
    const auto found = std::ranges::find(verdicts, id, &Verdict::id);
    if (found == verdicts.end())
        return {};
    const VerdictRow row = verdictRow(*found);
    std::string text = quantity;
    if (found->rule == VerdictRule::within && found->measured)
        text += " " + row.simulated;
    if (found->rule == VerdictRule::within && found->expected)
        text += ", theory " + row.theory;
    const std::string why = found->undetermined.empty() ? "" : ": " + found->undetermined;
    return text + ", " + row.word + why;
}

std::string measuredOf(const std::vector<Verdict>& verdicts, const std::string& id) {
    const auto found = std::ranges::find(verdicts, id, &Verdict::id);
    return found == verdicts.end() ? std::string() : verdictRow(*found).simulated;
}

std::int64_t barsOutside(const Histogram& histogram) {
    std::int64_t outside = 0;
    const Series& band = histogram.band;
    for (std::size_t i = 0; i < band.low.size(); ++i) {
        const double bar = histogram.simulated.y[i];
        outside += bar < band.low[i] || bar > band.high[i] ? 1 : 0;
    }
    return outside;
}

std::string bandClause(const Histogram& histogram) {
    const std::int64_t outside = barsOutside(histogram);
    const std::string bars = outside == 0   ? "every bar lies inside"
                             : outside == 1 ? "1 bar lies outside"
                                            : formatCount(outside) + " bars lie outside";
    return bars + " the simultaneous 95 % band";
}

std::string lawWords(const Setting& setting) {
    return setting.randomUnits ? "the Poisson law" : "the binomial law";
}

Summary spoken(const std::string& simulated, const std::string& theory) {
    return {spokenText(simulated + theory + "."), spokenText(simulated + ".")};
}

} // namespace

std::string trialsPhrase(std::int64_t trials) {
    return formatCount(trials) + (trials == 1 ? " trial" : " trials");
}

Summary keptUnitsSummary(const Histogram& histogram, std::int64_t trials,
                         const std::vector<Verdict>& verdicts) {
    if (trials == 0)
        return spoken("Kept units, no trials yet", ", " + clause("mean", verdicts, "mean"));
    const std::string start = "Kept units, " + trialsPhrase(trials) + ", ";
    return {spokenText(start + clause("mean", verdicts, "mean") + "; " +
                       clause("goodness of fit", verdicts, "goodness-of-fit") + "; " +
                       bandClause(histogram) + "."),
            spokenText(start + "mean " + measuredOf(verdicts, "mean") + ".")};
}

Summary convergenceSummary(const Setting& setting, const Convergence& convergence,
                           std::int64_t trials, const std::vector<Verdict>& verdicts) {
    const std::string start = "Total variation after " + trialsPhrase(trials);
    std::string theory = ": " + clause("to " + lawWords(setting), verdicts, "total-variation");
    if (!convergence.toAlternative.empty())
        theory += "; to the Poisson law " + formatNumber(convergence.toAlternative.back(), 3);
    if (convergence.plateau > 0)
        theory += "; the two laws are " + formatNumber(convergence.plateau, 3) + " apart";
    if (setting.alternative && std::isfinite(convergence.visibleFrom))
        theory += "; the difference shows from about " +
                  formatNumber(std::ceil(convergence.visibleFrom), 3) + " trials on";
    return spoken(start, theory);
}

Summary maskSummary(const Setting& setting, std::int64_t kept, std::int64_t of) {
    return spoken("One mask: " + formatCount(kept) + " of " + formatCount(of) + " units kept",
                  ", theory expects " +
                      formatNumber(static_cast<double>(of) * setting.keepProbability(), 4));
}

Summary independenceSummary(std::int64_t trials, const std::vector<Verdict>& verdicts) {
    return spoken("Kept against dropped units of " + trialsPhrase(trials),
                  ": " + clause("correlation", verdicts, "independence"));
}

} // namespace plumbline::kept_units
