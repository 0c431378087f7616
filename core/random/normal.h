#pragma once

#include "core/random/stream.h"

#include <cstdint>
#include <span>

namespace plumbline {

/**
 * Standard normal variates by inversion of openUniform(): Wichura 1988, algorithm AS 241, PPND16,
 * relative error about 1e-16, with the portable logarithm in the tails, so the same bits on every
 * machine. One word a variate: position i of a stream is variate i. The values grow with the word,
 * stay within +-8.21 and are symmetric: the complement of a word gives the opposite variate.
 */
double standardNormal(std::uint64_t word);

/// standardNormal() of words number firstPosition ... of the stream; about 9 ns each.
void fillNormal(const StreamKey& key, std::uint64_t firstPosition, std::span<double> values);

} // namespace plumbline
