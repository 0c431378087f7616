#pragma once

#include "core/lab/lab.h"
#include "core/lab/scene.h"
#include "core/report/report.h"

#include <map>
#include <string>
#include <vector>

namespace plumbline {

/**
 * The report as JSON, schema 1: every key always present, null where it does not apply; numbers at
 * full precision; a number that is not finite is the string "NaN", "Infinity" or "-Infinity".
 */
std::string reportJson(const Report& report, const RunRecord& record);

/// The scene that repeats the report, with these view settings; before the first trial the one that
/// was asked for.
Scene reportScene(const Report& report, const ViewSettings& view = {});

/// A lab's description as JSON; what it holds is LabDescription, key by key.
std::string describeJson(const LabDescription& lab);

/// [{"id", "group", "title"}] in the order of the catalogue.
std::string labsJson(const std::vector<const Lab*>& labs);

} // namespace plumbline
