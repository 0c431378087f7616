#pragma once

#include "core/lab/parameter_spec.h"

#include <QString>

namespace plumbline {

/// A value as its control shows it: grouped digits, a choice's title, the name of a file.
QString shownValue(const ParameterSpec& spec, const ParameterValue& value);

/// The symbol of a parameter, or its title where it has none.
QString shortName(const ParameterSpec& spec);

} // namespace plumbline
