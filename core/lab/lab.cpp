#include "core/lab/lab.h"

namespace plumbline {

std::vector<Problem> validate(const Lab& lab, const Parameters& parameters,
                              std::int64_t plannedTrials) {
    std::vector<Problem> problems;
    for (const auto& spec : lab.description().parameters)
        if (auto found = checkValue(spec, parameters.value(spec.name)))
            problems.push_back(std::move(*found));
    if (plannedTrials < 1 || plannedTrials > kMaximumTrials)
        problems.push_back(
            {"trials", "trials must lie in [1, 1e12], got " + std::to_string(plannedTrials)});
    if (problems.empty())
        problems = lab.check(parameters, plannedTrials);
    return problems;
}

Parameters presetParameters(const LabDescription& lab, const Preset& preset) {
    Parameters parameters(lab.parameters);
    for (const auto& [name, value] : preset.values)
        parameters.set(name, value);
    return parameters;
}

} // namespace plumbline
