#pragma once

#include "core/report/figure.h"

namespace plumbline {

/**
 * The figure for a reader who is still guessing: no series, ellipse or group of the roles law and
 * alternative, no band, no marker and no residuals, and the summary that tells no theory. What was
 * simulated stays, and so do arrows, matrices and graphs, which are made of it. A figure of which
 * nothing stays loses its caption too, since that speaks of the laws.
 */
Figure withoutLaw(const Figure& figure);

} // namespace plumbline
