#pragma once

#include "core/lab/lab.h"
#include "core/lab/scene.h"

#include <QString>

#include <string>
#include <vector>

namespace plumbline {

/// What differs between two scenes of one lab: names of parameters, "seed", "trials". How they are
/// looked at does not count.
std::vector<std::string> changedNames(const Scene& before, const Scene& after);

/**
 * The difference in a few words, for menus: "p 0.30 → 0.45", "p, M and trials" where several values
 * differ, "7 values" where many do; empty where none does. Values look as their controls show them,
 * long ones cut.
 */
QString describeChange(const LabDescription& lab, const Scene& before, const Scene& after);

} // namespace plumbline
