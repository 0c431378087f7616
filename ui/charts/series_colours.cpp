#include "ui/charts/series_colours.h"

#include <algorithm>
#include <cstdlib>

namespace plumbline {
namespace {

/// Sum of the channels' differences below which two lines are easily taken for one another.
constexpr int kTooLike = 120;

bool isLike(const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
               std::abs(a.blue() - b.blue()) <
           kTooLike;
}

bool isTaken(const std::vector<QColor>& taken, const QColor& colour) {
    return std::any_of(taken.begin(), taken.end(),
                       [&](const QColor& other) { return isLike(other, colour); });
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

std::vector<QColor> seriesColours(const std::vector<const Series*>& series, const Theme& theme) {
    constexpr int kCategories = 8;
    // Every role's first colour is kept for it, wherever in the list it comes.
    std::vector<QColor> taken;
    for (const Series* each : series)
        taken.push_back(roleColour(each->role, theme));
    std::vector<QColor> result;
    std::vector<SeriesRole> seen;
    int next = 0;
    for (const Series* each : series) {
        const bool shares = each->role == SeriesRole::band || each->role == SeriesRole::marker;
        const bool first = std::find(seen.begin(), seen.end(), each->role) == seen.end();
        QColor colour = roleColour(each->role, theme);
        if (!first && !shares) {
            for (int tries = 0; tries < kCategories && isTaken(taken, theme.category(next));
                 ++tries)
                ++next;
            colour = theme.category(next++);
            taken.push_back(colour);
        }
        seen.push_back(each->role);
        result.push_back(colour);
    }
    return result;
}

} // namespace plumbline
