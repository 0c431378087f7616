#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plumbline {

/// Files by name, with their content.
using NamedFiles = std::vector<std::pair<std::string, std::string>>;

/// Writes each file into the folder as writeOutputFile() does, and makes the folder where there is
/// none. Returns the first thing that went wrong, in words with the path, or nothing.
std::optional<std::string> writeOutputFolder(const std::string& folder, const NamedFiles& files);

/// What would stop the folder from being made, or filled with files of these names.
std::optional<std::string> checkOutputFolder(const std::string& folder,
                                             const std::vector<std::string>& names);

} // namespace plumbline
