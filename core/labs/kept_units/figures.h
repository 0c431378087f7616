#pragma once

#include "core/labs/kept_units/cells.h"
#include "core/labs/kept_units/convergence.h"
#include "core/labs/kept_units/setting.h"
#include "core/labs/kept_units/tally.h"
#include "core/report/figure.h"
#include "core/report/verdict.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plumbline::kept_units {

/// The mask of one trial, at most its first 64 x 64 units; 1 is kept.
struct DrawnMask {
    std::vector<bool> kept;
    std::int64_t units = 0; ///< of the whole layer, which may be more than are shown
};

/// The histogram's cells with everything that is drawn in them.
struct HistogramCells {
    std::int64_t width = 1;
    std::vector<double> centres;
    std::vector<double> law;         ///< probabilities
    std::vector<double> alternative; ///< empty for random units
    std::vector<std::int64_t> counts;
    std::vector<std::int64_t> bandLow; ///< empty without trials
    std::vector<std::int64_t> bandHigh;
};

/// The names of the two laws, as legends show them.
std::string lawName(const Setting& setting);
std::string alternativeName();

/// "drop p = 0.3 · M = 100 · 20,000 trials, every unit drawn · seed 7".
std::string runCaption(const Setting& setting, std::int64_t trials);

Figure keptUnitsFigure(const Setting& setting, std::int64_t trials, const HistogramCells& cells,
                       const std::vector<Verdict>& verdicts);
Figure convergenceFigure(const Setting& setting, const Convergence& convergence,
                         std::int64_t trials, std::int64_t plannedTrials,
                         const std::vector<Verdict>& verdicts);
Figure maskFigure(const Setting& setting, const DrawnMask& mask);

/// The same figure of another trial than 0, whose words are its title.
Figure shownMaskFigure(const Setting& setting, const DrawnMask& mask, const std::string& words);
Figure independenceFigure(const Setting& setting, std::int64_t trials,
                          const std::vector<UnitPair>& pairs, const std::vector<Verdict>& verdicts);

} // namespace plumbline::kept_units
