#include "core/statistics/goodness_of_fit.h"

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace plumbline {

namespace {

bool isImpossible(const PooledCell& cell) {
    return cell.expected == 0.0 && cell.observed > 0;
}

double pearsonTerm(const PooledCell& cell) {
    const double excess = static_cast<double>(cell.observed) - cell.expected;
    return excess * excess / cell.expected;
}

/**
 * expected (6 excess + 9 ((1 + t)^(5/3) - 1 - 5 t/3) ...)/5 in a form whose terms are never
 * negative: since observed and expected have one sum, 9/5 E ((1+t)^(5/3) - 1 - 5t/3), t = excess/E,
 * sums to the same. Its series takes over where the bracket would cancel.
 */
double cressieReadTerm(const PooledCell& cell) {
    const double t = (static_cast<double>(cell.observed) - cell.expected) / cell.expected;
    if (std::fabs(t) < 1e-3)
        return cell.expected * t * t * (1.0 - t / 9.0 * (1.0 - t / 3.0 * (1.0 - 7.0 * t / 15.0)));
    const double bracket =
        std::cbrt(1.0 + t) * std::cbrt(1.0 + t) * (1.0 + t) - 1.0 - 5.0 * t / 3.0;
    return 1.8 * cell.expected * bracket;
}

GoodnessOfFit tested(const CellComparison& comparison, double minimumExpected,
                     double (*term)(const PooledCell&)) {
    GoodnessOfFit fit;
    std::vector<PooledCell> cells = pooled(comparison, minimumExpected);
    if (std::ranges::any_of(cells, isImpossible))
        fit.statistic = std::numeric_limits<double>::infinity();
    std::erase_if(cells, [](const PooledCell& cell) { return cell.expected == 0.0; });
    for (const PooledCell& cell : cells)
        fit.statistic += term(cell);
    if (cells.size() < 2)
        return fit;
    fit.degreesOfFreedom = static_cast<std::int64_t>(cells.size()) - 1;
    const boost::math::chi_squared law(static_cast<double>(fit.degreesOfFreedom));
    fit.pValue = std::isfinite(fit.statistic)
                     ? boost::math::cdf(boost::math::complement(law, fit.statistic))
                     : 0.0;
    return fit;
}

} // namespace

std::vector<PooledCell> pooled(const CellComparison& comparison, double minimumExpected) {
    if (comparison.observed.size() != comparison.probabilities.size())
        throw std::invalid_argument("pooled: observed and probabilities must have equal length");
    const auto trials = static_cast<double>(comparison.total());
    std::vector<PooledCell> cells;
    PooledCell open;
    const auto take = [&](std::int64_t observed, double probability) {
        open.observed += observed;
        open.expected += trials * probability;
        if (open.expected < minimumExpected)
            return;
        cells.push_back(open);
        open = {};
    };
    take(comparison.observedBelow, comparison.probabilityBelow);
    for (std::size_t cell = 0; cell < comparison.observed.size(); ++cell)
        take(comparison.observed[cell], comparison.probabilities[cell]);
    take(comparison.observedAbove, comparison.probabilityAbove);
    if (cells.empty() && (open.observed > 0 || open.expected > 0.0))
        cells.push_back({});
    if (!cells.empty()) {
        cells.back().observed += open.observed;
        cells.back().expected += open.expected;
    }
    return cells;
}

GoodnessOfFit chiSquareTest(const CellComparison& comparison, double minimumExpected) {
    return tested(comparison, minimumExpected, pearsonTerm);
}

double chiSquareOfDraws(std::span<std::int64_t> drawn, std::span<const double> probabilities) {
    std::ranges::sort(drawn);
    double sum = 0.0;
    for (std::size_t i = 0; i < drawn.size();) {
        const std::size_t first = i;
        while (i < drawn.size() && drawn[i] == drawn[first])
            ++i;
        const auto hits = static_cast<double>(i - first);
        sum += hits * hits / probabilities[static_cast<std::size_t>(drawn[first])];
    }
    const auto draws = static_cast<double>(drawn.size());
    return sum / draws - draws;
}

GoodnessOfFit cressieReadTest(const CellComparison& comparison, double minimumExpected) {
    return tested(comparison, minimumExpected, cressieReadTerm);
}

double monteCarloPValue(double observedStatistic, int replicates,
                        const std::function<double()>& statisticOfASample) {
    if (replicates < 1)
        throw std::invalid_argument("monteCarloPValue: replicates must be positive");
    int reached = 0;
    for (int replicate = 0; replicate < replicates; ++replicate)
        reached += statisticOfASample() >= observedStatistic ? 1 : 0;
    return (1.0 + reached) / (1.0 + replicates);
}

} // namespace plumbline
