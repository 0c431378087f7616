#pragma once

#include "core/lab/lab.h"

#include <string>
#include <vector>

namespace plumbline {

/// What `plumbline labs` prints: a line a lab under its group.
std::string labsText(const std::vector<const Lab*>& labs);

/// What `plumbline describe LAB` prints: everything one can set and everything one gets.
std::string describeText(const LabDescription& lab);

} // namespace plumbline
