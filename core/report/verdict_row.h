#pragma once

#include "core/report/verdict.h"

#include <string>

namespace plumbline {

/// A verdict as people read it: the cells of one row, UTF-8, digits that match the standard error.
struct VerdictRow {
    std::string quantity;
    std::string
        simulated; ///< "70.012 ± 0.032", or "p = 0.41" where a test has only a p-value to show
    std::string theory;
    std::string z;    ///< "+0.4"; empty where there is none
    std::string word; ///< agrees, differs, undetermined; visible or not visible for a comparison
    std::string note;
};

VerdictRow verdictRow(const Verdict& verdict);

/// For a reader who is still guessing: dashes, also for what was simulated, which is the theory but
/// for a little noise; "hidden" for the word, and no note.
VerdictRow verdictRowWithoutLaw(const Verdict& verdict);

/// As a screen reader says it: "mean kept: simulated 69.998 plus or minus 0.005, theory 70,
/// agrees".
std::string spokenRow(const VerdictRow& row);

} // namespace plumbline
