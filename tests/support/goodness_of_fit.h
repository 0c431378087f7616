#pragma once

#include <cstdint>
#include <span>

namespace plumbline::testing {

/**
 * Pearson's chi-square p-value of counts against a law given as probabilities of the same cells.
 * Neighbouring cells are pooled until each expects at least 10; the law should sum to about 1.
 * 1 where pooling leaves a single cell.
 */
double chiSquarePValue(std::span<const std::int64_t> counts, std::span<const double> law);

} // namespace plumbline::testing
