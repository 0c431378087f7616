#pragma once

#include "core/lab/lab.h"

#include <string>
#include <vector>

namespace plumbline {

/**
 * Where a picture comes from, part by part: "p = 0.3", "M = 1,000", "1,000,000 trials", "seed 7",
 * "Plumbline 0.1.0". Numbers that apply are always named; choices, switches and texts where they
 * are not at their default; trials with the planned number while they are not all done.
 */
std::vector<std::string> originParts(const Report& report, const LabDescription& lab);

/// The parts that the text does not contain as whole words and numbers, in their order.
std::vector<std::string> partsNotIn(const std::string& text, const std::vector<std::string>& parts);

} // namespace plumbline
