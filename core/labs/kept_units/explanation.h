#pragma once

#include "core/lab/lab.h"

namespace plumbline::kept_units {

/// Why the law is what it is, with the report's numbers.
Explanation explain(const Report& report);

} // namespace plumbline::kept_units
