#pragma once

namespace plumbline {

/// Parses the words, runs the command they name and returns the exit code.
int runCommandLine(int argc, char** argv);

} // namespace plumbline
