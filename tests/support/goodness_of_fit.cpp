#include "tests/support/goodness_of_fit.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace plumbline::testing {
namespace {

struct PooledCell {
    double observed = 0;
    double expected = 0;
};

std::vector<PooledCell> pool(std::span<const std::int64_t> counts, std::span<const double> law) {
    constexpr double kLeastExpected = 10;
    const auto trials =
        static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
    std::vector<PooledCell> cells;
    PooledCell open;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        open.observed += static_cast<double>(counts[i]);
        open.expected += trials * law[i];
        if (open.expected >= kLeastExpected) {
            cells.push_back(open);
            open = {};
        }
    }
    if (cells.empty())
        return {open};
    cells.back().observed += open.observed;
    cells.back().expected += open.expected;
    return cells;
}

} // namespace

double chiSquarePValue(std::span<const std::int64_t> counts, std::span<const double> law) {
    const std::vector<PooledCell> cells = pool(counts, law);
    if (cells.size() < 2)
        return 1;
    double statistic = 0;
    for (const PooledCell& cell : cells) {
        const double difference = cell.observed - cell.expected;
        statistic += difference * difference / cell.expected;
    }
    return boost::math::gamma_q(0.5 * static_cast<double>(cells.size() - 1), 0.5 * statistic);
}

} // namespace plumbline::testing
