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

/// For a reader who is still guessing: a dash for theory and z, "hidden" for the word, no note, and
/// a dash for what was simulated too where that is a distance from theory.
VerdictRow verdictRowWithoutLaw(const Verdict& verdict);

/// As a screen reader says it: "mean kept: simulated 69.998 plus or minus 0.005, theory 70,
/// agrees".
std::string spokenRow(const VerdictRow& row);

} // namespace plumbline
