#pragma once

#include "core/labs/kept_units/convergence.h"
#include "core/labs/kept_units/setting.h"
#include "core/report/figure.h"
#include "core/report/verdict.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plumbline::kept_units {

/// What a reader who cannot see a figure is told: its essence in numbers and words, with the
/// verdict, and without what only theory says.
struct Summary {
    std::string whole;
    std::string withoutLaw;
};

/// "1 trial", "20,000 trials".
std::string trialsPhrase(std::int64_t trials);

Summary keptUnitsSummary(const Histogram& histogram, std::int64_t trials,
                         const std::vector<Verdict>& verdicts);
Summary convergenceSummary(const Setting& setting, const Convergence& convergence,
                           std::int64_t trials, const std::vector<Verdict>& verdicts);

/// kept of so many units; the first ones of a layer that has more.
Summary maskSummary(const Setting& setting, std::int64_t kept, std::int64_t of);
Summary independenceSummary(std::int64_t trials, const std::vector<Verdict>& verdicts);

} // namespace plumbline::kept_units
