#pragma once

#include "app/output.h"
#include "app/run_options.h"

#include <string>
#include <vector>

namespace plumbline {

ExitCode listLabs(bool json);
ExitCode describeLab(const std::string& id, bool json);

/// Runs a lab without a window and writes what was asked for.
ExitCode runLab(const RunOptions& options);

/// Every lab named, or all, at its defaults and presets.
ExitCode verifyLabs(const std::vector<std::string>& ids, const std::string& threads, bool quiet);

/// Opens the window, at a scene where one is named: a scene string, a session, or a picture
/// (PNG, SVG, PDF) that carries one.
ExitCode openWindow(const std::string& target, int argc, char** argv);

} // namespace plumbline
