#pragma once

#include "core/lab/lab.h"
#include "core/lab/scene.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace plumbline {

/// The words of `plumbline run` as they were typed.
struct RunOptions {
    std::string lab;
    std::string scene;
    std::vector<std::string> assignments; ///< NAME=VALUE
    std::string seed;
    std::string trials;
    std::string threads;
    std::vector<std::string> data;
    std::string json;
    std::string csvFolder;
    std::vector<std::string> images;
    std::string figure;
    std::string size;
    std::string scale;
    std::string theme;
    bool quiet = false;
};

/// What is to be run, checked as far as it can be without running.
struct RunPlan {
    const Lab* lab = nullptr;
    Scene scene;
    unsigned threads = 1;
    std::vector<std::string> warnings;
};

/// The plan, or every problem of the input.
std::variant<RunPlan, std::vector<std::string>> planRun(const RunOptions& options);

/// The value of --threads; where it is empty what the machine has, at most 64.
std::variant<unsigned, std::string> parseThreads(const std::string& text);

/// `unknown lab "kept-unit"; did you mean "kept-units"?`
std::string unknownLab(const std::string& id);

} // namespace plumbline
