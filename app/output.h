#pragma once

#include <string>
#include <string_view>

/// What the commands say, and where: results on stdout, everything else on stderr.
namespace plumbline {

/// The exit codes of every command.
enum class ExitCode : int {
    good = 0,        ///< no check disagrees
    disagrees = 1,   ///< a check disagrees
    badInput = 2,    ///< bad usage or bad input
    systemError = 3, ///< not writable, disk full, no font, no display
    interrupted = 130
};

/// Writes all of it to stdout and flushes; says on stderr why it could not.
ExitCode printResult(std::string_view text);

/// "plumbline: " and the message, a line on stderr.
void printMessage(const std::string& message);

} // namespace plumbline
