#pragma once

#include "core/lab/explanation.h"
#include "core/labs/kept_units/setting.h"
#include "core/report/report.h"

namespace plumbline::kept_units {

/// The binomial law, its Poisson limit and how far apart they are.
Explanation explainFixedUnits(const Report& report, const Setting& setting);

/// Thinning: Poisson again, and independent of what was dropped.
Explanation explainRandomUnits(const Report& report, const Setting& setting);

/// "How large is the standard deviation?", answered by the law and by typical mistakes.
Prediction predictSpread(const Parameters& parameters, const Setting& setting);

} // namespace plumbline::kept_units
