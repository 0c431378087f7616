#include "core/statistics/guess_distance.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace plumbline {
namespace {

/// Beyond it x is as good as infinite, and differences of such x are still finite.
constexpr double kFarthest = 1e150;

double clipped(double y) {
    return std::isfinite(y) ? std::max(0.0, y) : 0.0;
}

/// Clipped at 0, the highest at 1, so that no sum overflows; empty without anything above 0.
Guess shapeOf(const Guess& guess) {
    double highest = 0;
    for (const auto& point : guess)
        highest = std::max(highest, clipped(point.second));
    Guess shape;
    for (const auto& [x, y] : guess) {
        if (highest > 0 && std::isfinite(x))
            shape.emplace_back(std::clamp(x, -kFarthest, kFarthest), clipped(y) / highest);
    }
    return shape;
}

/// Area under the part of a segment inside [low, high].
double areaInside(const std::pair<double, double>& a, const std::pair<double, double>& b,
                  double low, double high) {
    const double from = std::max(a.first, low);
    const double to = std::min(b.first, high);
    if (!(from < to))
        return 0;
    const auto at = [&](double x) {
        return std::lerp(a.second, b.second, (x - a.first) / (b.first - a.first));
    };
    return (to - from) * (at(from) + at(to)) / 2;
}

double areaBeyond(const Guess& shape, double low, double high) {
    double area = 0;
    for (std::size_t i = 1; i < shape.size(); ++i)
        area += areaInside(shape[i - 1], shape[i], -kFarthest, low) +
                areaInside(shape[i - 1], shape[i], high, kFarthest);
    return area;
}

} // namespace

double guessAt(const Guess& guess, double x, double binWidth) {
    if (guess.empty() || !(x >= guess.front().first - binWidth / 2) ||
        !(x <= guess.back().first + binWidth / 2))
        return 0;
    const auto right = std::ranges::lower_bound(guess, x, {}, &std::pair<double, double>::first);
    if (right == guess.begin())
        return clipped(guess.front().second);
    if (right == guess.end())
        return clipped(guess.back().second);
    const auto& [leftX, leftY] = *(right - 1);
    const double share = (x - leftX) / (right->first - leftX);
    return std::lerp(clipped(leftY), clipped(right->second), std::isfinite(share) ? share : 0.5);
}

std::optional<JudgedGuess> judgeGuess(const Guess& guess, std::span<const double> centres,
                                      double binWidth, std::span<const double> law) {
    if (centres.size() != law.size())
        throw std::invalid_argument("judgeGuess: as many law values as centres are needed");
    const Guess shape = shapeOf(guess);
    if (shape.empty() || centres.empty() || !(binWidth > 0))
        return std::nullopt;
    std::vector<double> cells;
    double total = 0;
    for (const double centre : centres) {
        cells.push_back(guessAt(shape, centre, binWidth) * binWidth);
        total += cells.back();
    }
    const double outside =
        areaBeyond(shape, centres.front() - binWidth / 2, centres.back() + binWidth / 2);
    total += outside;
    if (!(total > 0) || !std::isfinite(total))
        return std::nullopt;

    double gap = 0;
    double lawInside = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        gap += std::abs(cells[i] / total - law[i] * binWidth);
        lawInside += law[i] * binWidth;
    }
    gap += std::abs(outside / total - std::max(0.0, 1 - lawInside));
    JudgedGuess judged{shape, std::clamp(gap / 2, 0.0, 1.0)};
    for (auto& point : judged.density)
        point.second /= total;
    return judged;
}

} // namespace plumbline
