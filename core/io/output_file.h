#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plumbline {

/**
 * Writes bytes to path, whole or not at all. A regular file is replaced by renaming a complete,
 * flushed temporary file of the same folder over it, keeping its permissions and following links,
 * also to a file that is yet to be made. A target that is not a regular file (device, FIFO) or is
 * the program's own stdout or stderr, wherever that goes, is written directly and never renamed
 * over. Returns what went wrong, in words with the path, or nothing.
 */
std::optional<std::string> writeOutputFile(const std::string& path, std::string_view bytes);

/**
 * What would stop writeOutputFile() before a byte is written: a missing folder, a folder in the
 * file's place, no permission. Asked before a long run.
 */
std::optional<std::string> checkOutputFile(const std::string& path);

} // namespace plumbline
