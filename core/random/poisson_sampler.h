#pragma once

#include "core/random/stream.h"

#include <cstdint>

namespace plumbline {

/**
 * One draw of Poisson(mean) for means up to 1e15. mean >= 10: transformed rejection with squeeze
 * (PTRS, Hormann 1993, "The transformed rejection method for generating Poisson random variables"),
 * accepting by the saddle-point form of the pmf. Below: inversion by the recurrence of the pmf,
 * whose loop ends where the pmf is below 2^-53 of what is left. Only portable arithmetic: the same
 * draws on every machine. Throws std::invalid_argument unless mean lies in [0, 1e15].
 */
std::int64_t drawPoisson(Stream& stream, double mean);

} // namespace plumbline
