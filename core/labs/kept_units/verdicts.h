#pragma once

#include "core/labs/kept_units/distances.h"
#include "core/labs/kept_units/setting.h"
#include "core/labs/kept_units/tally.h"
#include "core/report/verdict.h"

#include <vector>

namespace plumbline::kept_units {

/// Why nothing is said of a run that was stopped before its first trial.
inline constexpr const char* kNoTrials = "no trials yet";

/// The verdicts on a tally, in the order of the description.
std::vector<Verdict> judge(const Setting& setting, const Tally& tally, const Distances& distances,
                           const CellGrid& testCells, const CellLaw& testLaw);

} // namespace plumbline::kept_units
