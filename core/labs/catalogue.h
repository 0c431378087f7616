#pragma once

#include "core/lab/lab.h"

#include <string>
#include <vector>

namespace plumbline {

/// Every lab, in the order of the window's list.
const std::vector<const Lab*>& catalogue();

/// Null when there is none of that id.
const Lab* findLab(const std::string& id);

} // namespace plumbline
