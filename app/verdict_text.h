#pragma once

#include "core/report/report.h"

#include <string>
#include <vector>

namespace plumbline {

/// The verdicts as a table of text: quantity, simulated, theory, z, verdict, note.
std::string verdictText(const std::vector<Verdict>& verdicts);

} // namespace plumbline
