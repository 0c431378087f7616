#include "core/labs/kept_units/explanation.h"

#include "core/labs/kept_units/explained_laws.h"

namespace plumbline::kept_units {

Explanation explain(const Report& report) {
    const Setting setting = makeSetting(report.parameters, report.seed, report.plannedTrials);
    Explanation explanation = setting.randomUnits ? explainRandomUnits(report, setting)
                                                  : explainFixedUnits(report, setting);
    explanation.prediction = predictSpread(report.parameters, setting);
    return explanation;
}

} // namespace plumbline::kept_units
