#include "core/report/verdict.h"

#include <cmath>

namespace plumbline {

std::optional<bool> Verdict::agrees() const {
    if (!undetermined.empty() || !measured || !expected || !tolerance)
        return std::nullopt;
    const double excess = *measured - *expected;
    return (rule == VerdictRule::within ? std::fabs(excess) : excess) <= *tolerance;
}

std::optional<double> Verdict::zScore() const {
    if (!measured || !expected || !standardError || !(*standardError > 0))
        return std::nullopt;
    return (*measured - *expected) / *standardError;
}

} // namespace plumbline
