#pragma once

#include "core/lab/lab.h"

namespace plumbline {

/**
 * How many of M units survive dropout with probability p. Fixed M: K ~ Binomial(M, 1-p). Random
 * M ~ Poisson(lambda): kept ~ Poisson(lambda (1-p)), independent of the dropped count (thinning).
 * One trial is one layer of masks.
 */
const Lab& keptUnitsLab();

} // namespace plumbline
