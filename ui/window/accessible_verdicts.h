#pragma once

namespace plumbline {

/**
 * Tells assistive tools of every VerdictTable: a table, whose children are its rows, each named by
 * what it says: "mean kept: simulated 69.998 plus or minus 0.005, theory 70, agrees". Once is
 * enough.
 */
void installAccessibleVerdicts();

} // namespace plumbline
