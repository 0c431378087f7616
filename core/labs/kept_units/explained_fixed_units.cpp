#include "core/distributions/total_variation.h"
#include "core/lab/text.h"
#include "core/labs/kept_units/explained_laws.h"
#include "core/labs/kept_units/explained_numbers.h"
#include "core/report/number_format.h"
#include "core/statistics/dispersion_test.h"

#include <cmath>
#include <numbers>

namespace plumbline::kept_units {

namespace {

/// From so many trials times q^2 on a test sees the Poisson law fail in 95 % of runs.
constexpr double kSurelyVisible = 100;

constexpr std::int64_t kMostUnits = 1'000'000'000; ///< of the parameter M

/// Decimals of a suggested p, unless rounding to them would change 1 - p by more than the error.
constexpr int kTypedDecimals = 12;
constexpr double kTypedError = 1e-9;

/// Below it the difference of two normal integrals loses more digits than its first term neglects.
constexpr double kSmallGap = 1e-6;

double normalDensity(double x) {
    return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
}

struct FixedUnits {
    const Report& report;
    const Setting& setting;
    double p = setting.dropProbability;
    double q = setting.keepProbability();
    const CountLaw& law = *setting.law;
    const CountLaw& poisson = *setting.alternative;
    std::string unitsText = units(setting.units);

    bool isCertain() const { return p == 0 || p == 1; }

    std::string introduction() const {
        if (p == 0)
            return "Nothing is dropped, q = 1 − p = **1**: every trial keeps all **" + unitsText +
                   "**.";
        if (p == 1)
            return "Everything is dropped, q = 1 − p = **0**: no trial keeps any of **" +
                   unitsText + "**.";
        const std::string who =
            setting.units == 1 ? "The one unit" : "Each of M = **" + unitsText + "** units";
        return who + " is kept with probability q = 1 − p = **" + keepText(setting) +
               "**, independently. The number kept, K, is binomial.";
    }

    Formula mass() const {
        const std::string mode = units(law.mode());
        const std::string left = "<i>P</i>(<i>K</i> = " + mode + ") = ";
        const std::string product = "C(" + unitsText + ", " + mode + ") · " +
                                    power(exactly(q), mode) + " · " +
                                    power(exactly(p), units(setting.units - law.mode())) + " = ";
        return {.heading = "Exact law",
                .id = "binomial-pmf",
                .spoken = "The probability of k kept units equals M choose k, times one minus p to "
                          "the power k, times p to the power M minus k.",
                .numbers = left + (isCertain() ? "" : product) + "<b>" +
                           roughly(law.pmf(law.mode())) + "</b>",
                .note = seenNote(report, law)};
    }

    Formula moments() const {
        const std::string mean = "<i>E K</i> = " + unitsText + " · " + exactly(q) + " = <b>" +
                                 exactly(law.mean()) + "</b><br>";
        const std::string variance = "Var <i>K</i> = " + unitsText + " · " + exactly(p) + " · " +
                                     exactly(q) + " = <b>" + exactly(law.variance()) + "</b>";
        return {.heading = "Mean and variance",
                .id = "binomial-moments",
                .spoken = "The mean of K equals M times q, and its variance equals M times p times "
                          "q.",
                .numbers = mean + variance,
                .note = "The standard deviation is √Var K = **" +
                        roughly(std::sqrt(law.variance())) + "**."};
    }

    Formula limit() const {
        const double alpha = poisson.mean();
        const std::string mode = units(law.mode());
        const std::string left = "α = " + unitsText + " · " + exactly(q) + " = <b>" +
                                 exactly(alpha) + "</b><br><i>k</i> = " + mode + ": ";
        const std::string mass = alpha == 0 ? "" : poissonMass(alpha, law.mode()) + " = ";
        return {.heading = "Poisson limit",
                .id = "poisson-limit",
                .spoken = "The binomial probability tends to e to the power minus alpha, times "
                          "alpha to the power k, divided by k factorial.",
                .numbers = left + mass + "<b>" + roughly(poisson.pmf(law.mode())) + "</b>",
                .note = "As M → ∞ with α = M q **held fixed**, so that p → 1."};
    }

    /// Of the two laws: the run has it already, once it has trials.
    double distance() const {
        for (const Series* series : seriesOf(*report.figure("convergence")))
            if (series->name == "plateau")
                return series->y.front();
        return binomialPoissonDistance(setting.units, complement(p));
    }

    Formula bound() const {
        const double alpha = poisson.mean();
        const double exact = distance();
        const double barbourHall = -std::expm1(-alpha) * q;
        const double leCam = alpha * q;
        const std::string middle = alpha == 0
                                       ? std::string("0")
                                       : "(1 − " + exponential(-alpha) + ") · " + exactly(q) +
                                             " = <b>" + roughly(barbourHall) + "</b>";
        const std::string right = alpha == 0 ? std::string("0")
                                             : unitsText + " · " + power(exactly(q), "2") +
                                                   " = <b>" + roughly(leCam) + "</b>";
        return {.heading = "Distance of the two laws",
                .id = "variation-bound",
                .spoken = "The total variation distance is at most one minus e to the power minus "
                          "alpha, times q, which is at most M times q squared.",
                .numbers = "<b>" + roughly(exact) + "</b> ≤ " + middle +
                           (alpha == 0 ? " ≤ " : "<br>≤ ") + right,
                .note = std::string("The largest error in the probability of any event. Barbour "
                                    "and Hall 1984; Le Cam 1960") +
                        (leCam >= 1 ? ", whose bound says nothing here." : ".")};
    }

    Formula visible() const {
        const double needed = trialsUntilDispersionShows(q);
        Formula formula{.heading = "When it shows",
                        .id = "visible-trials",
                        .spoken = "Three standard errors, three times the root of two over N, "
                                  "equal q exactly when N equals eighteen divided by q squared.",
                        .numbers = "<i>N</i> → ∞ as <i>q</i> → 0",
                        .note = "The two laws are one and the same: no number of trials tells "
                                "them apart."};
        if (q == 0)
            return formula;
        formula.numbers =
            "<i>N</i> = 18 / " + power(exactly(q), "2") + " = <b>" + roughly(needed) + "</b>";
        const bool past = static_cast<double>(report.trials) >= needed;
        formula.note = "Variance over mean is q below a Poisson law's 1; so many trials make that "
                       "three standard errors. You are " +
                       std::string(past ? "**past** it." : "**not there** yet.");
        return formula;
    }

    /// 2 (Phi(x / sqrt p) - Phi(x)) with x^2 = -p ln p / q, to which the distance tends as M grows.
    double plateau() const {
        const double x = std::sqrt(-p * std::log1p(-q) / q);
        const double root = std::sqrt(p);
        const double gap = x * q / ((1 + root) * root); // x / root - x, without cancelling
        if (q < kSmallGap)
            return 2 * normalDensity(x) * gap;
        return std::erfc(x / std::numbers::sqrt2) - std::erfc((x + gap) / std::numbers::sqrt2);
    }

    std::vector<std::string> conditions() const {
        std::vector<std::string> all;
        if (!isCertain())
            all.push_back("With p fixed the binomial does **not** become Poisson, however large M: "
                          "their distance tends to **" +
                          roughly(plateau()) + "**.");
        if (q > 0)
            all.push_back("N = 18/q² is where the shift is three standard errors on average; most "
                          "runs need more. About 100/q² = **" +
                          roughly(kSurelyVisible / (q * q)) + "** trials show it nearly always.");
        if (q > 0.5 && !isCertain())
            all.push_back("With q near 1 a Poisson law fits the **dropped** count, not the kept.");
        for (auto& condition : sharedConditions(setting))
            all.push_back(std::move(condition));
        return all;
    }

    /// 1 - q/10 without the rounding that taking 1 - p brought in.
    double tenthOfKeeping() const {
        const double exact = 1 - q / 10;
        const double typed = parseNumber(formatFixed(exact, kTypedDecimals)).value_or(exact);
        return std::fabs(typed - exact) < kTypedError * q ? typed : exact;
    }

    /// Ten times the units at the same mean: one step of the limit.
    void suggestLimit(Explanation& explanation) const {
        Parameters wider = report.parameters;
        wider.set("p", tenthOfKeeping());
        wider.set("M", setting.units * 10);
        if (q == 0 || setting.units > kMostUnits / 10 || excessiveWork(wider, report.plannedTrials))
            return;
        explanation.suggestions.push_back({"10 × M, same M(1−p)",
                                           "M = " + units(setting.units * 10) +
                                               " and p = " + exactly(wider.real("p")) +
                                               ": one step of the Poisson limit, at the same mean.",
                                           {},
                                           {{"p", wider.value("p")}, {"M", wider.value("M")}}});
    }
};

} // namespace

Explanation explainFixedUnits(const Report& report, const Setting& setting) {
    const FixedUnits fixed{report, setting};
    Explanation explanation{
        .title = "Why binomial?",
        .paragraphs = {fixed.introduction()},
        .formulas = {fixed.mass(), fixed.moments(), fixed.limit(), fixed.bound(), fixed.visible(),
                     bandFormula(report, fixed.law)},
        .plotted = plottedItems(report, "Binomial(M, 1−p)", "the Poisson law of the same mean"),
        .suggestions = {},
        .conditions = fixed.conditions(),
        .prediction = {}};
    fixed.suggestLimit(explanation);
    suggestPreset(explanation, report, "poisson-limit");
    suggestPreset(explanation, report, "thinning");
    return explanation;
}

} // namespace plumbline::kept_units
