#pragma once

#include "core/lab/lab.h"
#include "core/lab/parameters.h"
#include "core/lab/view_settings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace plumbline {

inline constexpr int kSceneVersion = 1;

/// A seed is exact in JSON up to 2^53.
inline constexpr std::uint64_t kMaximumSeed = std::uint64_t{1} << 53;

/**
 * One whole screen. Written as
 *   plumbline:kept-units?v=1&p=0.3&M=1000&seed=7&trials=1000000
 * percent-encoded, in any order; what is left out has its default.
 */
struct Scene {
    std::string lab;
    Parameters parameters;
    std::uint64_t seed = 1;
    std::int64_t trials = 0;
    ViewSettings view; ///< the keys that begin with "view."
    bool operator==(const Scene&) const = default;
};

struct SceneReading {
    std::optional<Scene> scene;        ///< unset when there are problems
    std::vector<std::string> problems; ///< each names the thing, the value and the rule
    std::vector<std::string> ignored;  ///< keys that no one knows, in words
};

/// The scene of a lab at its defaults.
Scene defaultScene(const Lab& lab);

std::string formatScene(const Scene& scene);

/// The scene that is looked at in this way and is the lab's default in all else.
std::string formatView(const std::string& lab, const ViewSettings& view);

/// A whole number in [0, 2^53]; "1e6" is one.
std::variant<std::uint64_t, Problem> parseSeed(const std::string& text);

/// A whole number in [1, 1e12]; "1e6" is one.
std::variant<std::int64_t, Problem> parseTrials(const std::string& text);

/// Reads a scene of one of the labs. Never throws; a scene from a newer version is refused by name.
SceneReading parseScene(const std::string& text, const std::vector<const Lab*>& labs);

} // namespace plumbline
