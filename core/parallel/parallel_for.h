#pragma once

#include <cstdint>
#include <functional>

namespace plumbline {

/**
 * Calls body(index) once for every index in [0, count), on up to `threads` threads including the
 * caller's. Which thread gets which index is not defined, so a body must only write to what its
 * index owns. The first exception that a body throws is rethrown here, after all threads have
 * ended.
 */
void parallelFor(std::int64_t count, unsigned threads,
                 const std::function<void(std::int64_t index)>& body);

} // namespace plumbline
