#pragma once

#include "core/lab/lab.h"

namespace plumbline::kept_units {

/// Parameters, presets, arrays, figures and verdicts of the lab.
const LabDescription& description();

} // namespace plumbline::kept_units
