#pragma once

#include <vector>

namespace plumbline::kept_units {

/// Total variation between histogram and laws at N_1 < N_2 < ...
struct Convergence {
    std::vector<double> trials;
    std::vector<double> toLaw;
    std::vector<double> expected;      ///< mean of toLaw if the law is true
    std::vector<double> toAlternative; ///< empty without an alternative
    double plateau = 0;                ///< exact distance between the two laws
    double visibleFrom = 0;            ///< N = 18/q^2
};

} // namespace plumbline::kept_units
