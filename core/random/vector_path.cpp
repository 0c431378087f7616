#include "core/random/vector_path.h"

#include <atomic>
#include <cstdlib>
#include <string_view>

namespace plumbline {
namespace {

VectorPath pathFromEnvironment() {
    const char* setting = std::getenv("PLUMBLINE_SIMD");
    return setting && std::string_view(setting) == "off" ? VectorPath::portable
                                                         : VectorPath::automatic;
}

std::atomic<VectorPath>& currentPath() {
    static std::atomic<VectorPath> path = pathFromEnvironment();
    return path;
}

} // namespace

VectorPath vectorPath() {
    return currentPath().load(std::memory_order_relaxed);
}

void setVectorPath(VectorPath path) {
    currentPath().store(path, std::memory_order_relaxed);
}

} // namespace plumbline
