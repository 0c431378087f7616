#include "core/report/verdict_row.h"

#include "core/report/number_format.h"
#include "core/report/spoken_text.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

constexpr const char* kNotTold = "–";

constexpr double kShownZ = 999; // beyond it only the order of magnitude matters

std::string pValueText(double p) {
    if (p < 1e-4)
        return p > 0 ? "p < 0.0001" : "p = 0";
    return "p = " + formatNumber(p, 2);
}

std::string zText(double z) {
    if (std::fabs(z) > kShownZ)
        return (z > 0 ? "+" : "\u2212") + formatScientific(std::fabs(z), 0);
    return formatSigned(z, 1);
}

/// As many digits as the standard error lets one compare, and no zeros after them.
std::string theoryText(double expected, std::optional<double> standardError) {
    if (!standardError || !(*standardError > 0) || expected == 0)
        return formatNumber(expected);
    constexpr double kDigitsOfError = 2;
    const double digits = std::floor(std::log10(std::fabs(expected) / *standardError));
    return formatNumber(expected, static_cast<int>(std::clamp(digits + kDigitsOfError, 3.0, 15.0)));
}

std::string word(const Verdict& verdict) {
    const auto agrees = verdict.agrees();
    if (!agrees)
        return "undetermined";
    if (verdict.kind == VerdictKind::check)
        return *agrees ? "agrees" : "differs";
    return *agrees ? "not visible" : "visible";
}

} // namespace

VerdictRow verdictRow(const Verdict& verdict) {
    VerdictRow row{.quantity = verdict.title,
                   .simulated = {},
                   .theory = {},
                   .z = {},
                   .word = word(verdict),
                   .note = verdict.undetermined.empty() ? verdict.note : verdict.undetermined};
    if (verdict.rule == VerdictRule::atMost && verdict.pValue) {
        row.simulated = pValueText(*verdict.pValue);
        return row;
    }
    if (verdict.measured)
        row.simulated = formatValue(*verdict.measured, verdict.standardError).text();
    if (verdict.expected)
        row.theory = theoryText(*verdict.expected, verdict.standardError);
    if (const auto z = verdict.zScore())
        row.z = zText(*z);
    return row;
}

VerdictRow verdictRowWithoutLaw(const Verdict& verdict) {
    VerdictRow row = verdictRow(verdict);
    row.simulated = row.theory = row.z = kNotTold;
    row.word = "hidden";
    row.note.clear();
    return row;
}

std::string spokenRow(const VerdictRow& row) {
    const auto told = [](const std::string& cell) { return !cell.empty() && cell != kNotTold; };
    std::string text = row.quantity + ":";
    if (told(row.simulated))
        text += (row.simulated.starts_with("p ") ? " " : " simulated ") + row.simulated + ",";
    if (told(row.theory))
        text += " theory " + row.theory + ",";
    return spokenText(text + " " + row.word);
}

} // namespace plumbline
