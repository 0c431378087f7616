#pragma once

#include "core/lab/scene.h"

#include <string>

namespace plumbline {

/**
 * The words that run a scene from a shell:
 *   plumbline run kept-units --set p=0.3 --set M=1000 --seed 7 --trials 1000000
 * Only what differs from the lab's defaults; how the scene is looked at goes into a --scene of its
 * own, but not a light theme, which pictures have anyway. Quoted for a POSIX shell.
 */
std::string commandLineOf(const Scene& scene, const Lab& lab);

} // namespace plumbline
