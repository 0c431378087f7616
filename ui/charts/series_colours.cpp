#include "ui/charts/series_colours.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace plumbline {
namespace {

constexpr int kCategories = 8;

/// Sum of the channels' differences below which two lines are easily taken for one another.
constexpr int kTooLike = 100;

int difference(const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
           std::abs(a.blue() - b.blue());
}

int leastDifference(const std::vector<QColor>& taken, const QColor& colour) {
    int least = 3 * 255;
    for (const QColor& other : taken)
        least = std::min(least, difference(other, colour));
    return least;
}

/// The first category unlike everything taken, else the one most unlike.
QColor nextCategory(const std::vector<QColor>& taken, const Theme& theme) {
    int best = 0;
    for (int index = 0; index < kCategories; ++index) {
        const int found = leastDifference(taken, theme.category(index));
        if (found >= kTooLike)
            return theme.category(index);
        if (found > leastDifference(taken, theme.category(best)))
            best = index;
    }
    return theme.category(best);
}

} // namespace

QColor roleColour(SeriesRole role, const Theme& theme) {
    switch (role) {
    case SeriesRole::simulated:
        return theme.simulated;
    case SeriesRole::law:
        return theme.law;
    case SeriesRole::alternative:
        return theme.alternative;
    case SeriesRole::band:
        return theme.band;
    case SeriesRole::marker:
        return theme.muted;
    }
    return theme.text;
}

std::vector<QColor> categoryColours(std::size_t count, std::vector<QColor> taken,
                                    const Theme& theme) {
    std::vector<QColor> result;
    for (std::size_t i = 0; i < count; ++i) {
        result.push_back(nextCategory(taken, theme));
        taken.push_back(result.back());
    }
    return result;
}

std::vector<QColor> seriesColours(const std::vector<const Series*>& series, const Theme& theme) {
    // Every role's own colour is kept for it, wherever in the list it comes.
    std::vector<QColor> taken;
    std::vector<std::pair<SeriesRole, bool>> seen;
    std::vector<bool> usesRole;
    for (const Series* each : series) {
        const std::pair key{each->role, each->style == SeriesStyle::points};
        const bool shares = each->role == SeriesRole::band || each->role == SeriesRole::marker;
        usesRole.push_back(shares || std::find(seen.begin(), seen.end(), key) == seen.end());
        seen.push_back(key);
        taken.push_back(roleColour(each->role, theme));
    }
    const auto others =
        static_cast<std::size_t>(std::count(usesRole.begin(), usesRole.end(), false));
    const std::vector<QColor> further = categoryColours(others, taken, theme);
    std::vector<QColor> result;
    std::size_t next = 0;
    for (std::size_t i = 0; i < series.size(); ++i)
        result.push_back(usesRole[i] ? roleColour(series[i]->role, theme) : further[next++]);
    return result;
}

} // namespace plumbline
