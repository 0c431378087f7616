#pragma once

namespace plumbline {

/**
 * Which code draws: kernels with vector instructions chosen at run time, or plain portable C++.
 * Both give the same bits; the choice exists for tests and for looking into a suspicion.
 * The environment variable PLUMBLINE_SIMD=off, read once, starts the program on the portable path.
 */
enum class VectorPath { automatic, portable };

VectorPath vectorPath();

/// May be called at any time from any thread; draws under way finish on the path they began with.
void setVectorPath(VectorPath path);

} // namespace plumbline
