#pragma once

#include <string>

namespace plumbline::test {

/// The largest of many errors and the case that it came from. NaN counts as the worst of all.
struct WorstError {
    double error = 0.0;
    std::string where;

    void add(double candidate, const std::string& name) {
        if (candidate <= error)
            return;
        error = candidate;
        where = name;
    }

    std::string report() const { return "worst error " + std::to_string(error) + " at " + where; }
};

} // namespace plumbline::test
