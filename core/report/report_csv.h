#pragma once

#include "core/report/report.h"

#include <string>
#include <utility>
#include <vector>

namespace plumbline {

/**
 * Every array and figure of the report as a CSV file: (name, content). Arrays are NAME.csv, a
 * column a component; figures are figure-ID.csv, a row a point (or a cell, or an edge). Numbers
 * have the fewest digits that read back as the same double.
 */
std::vector<std::pair<std::string, std::string>> reportCsv(const Report& report);

/// The names alone, in the same order: known before a run, from its report without trials.
std::vector<std::string> reportCsvNames(const Report& report);

/// The table of one figure: commas for a file, tabs for a clipboard.
std::string figureTable(const Figure& figure, char separator);

} // namespace plumbline
