#include "ui/charts/hidden_series.h"

#include <algorithm>

namespace plumbline {
namespace {

const char* const kArrows = "arrows";

std::string ellipseKey(std::size_t index) {
    return index == 0 ? "ellipse" : "ellipse-" + std::to_string(index + 1);
}

void empty(Series& series) {
    for (auto* column : {&series.x, &series.y, &series.low, &series.high, &series.error})
        column->clear();
    series.labels.clear();
}

/// The series of seriesOf(). The figure is no constant, so neither are they.
std::vector<Series*> seriesIn(Figure& figure) {
    std::vector<Series*> result;
    for (const Series* series : seriesOf(figure))
        result.push_back(const_cast<Series*>(series));
    return result;
}

bool isTheory(const Series& series) {
    switch (series.role) {
    case SeriesRole::law:
    case SeriesRole::alternative:
        return series.style != SeriesStyle::points;
    case SeriesRole::band:
        return true;
    case SeriesRole::simulated:
    case SeriesRole::marker:
        return false;
    }
    return false;
}

bool isVerticalRule(const Series& series) {
    return series.role == SeriesRole::marker && series.y.empty();
}

} // namespace

std::vector<HideableSeries> hideableSeries(const Figure& figure) {
    std::vector<HideableSeries> result;
    const auto keys = seriesKeys(figure);
    const auto series = seriesOf(figure);
    for (std::size_t i = 0; i < series.size(); ++i)
        result.push_back(
            {keys[i], series[i]->name.empty() ? roleName(series[i]->role) : series[i]->name});
    const auto* scatter = std::get_if<Scatter>(&figure.content);
    if (!scatter)
        return result;
    for (std::size_t i = 0; i < scatter->ellipses.size(); ++i) {
        const std::string& name = scatter->ellipses[i].name;
        result.push_back({ellipseKey(i), name.empty() ? ellipseKey(i) : name});
    }
    if (!scatter->arrows.empty())
        result.push_back({kArrows, kArrows});
    return result;
}

Figure withoutSeries(const Figure& figure, const std::set<std::string>& hidden) {
    Figure rest = figure;
    const auto keys = seriesKeys(figure);
    const auto series = seriesIn(rest);
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (hidden.contains(keys[i]))
            empty(*series[i]);
    }
    auto* scatter = std::get_if<Scatter>(&rest.content);
    if (!scatter)
        return rest;
    for (std::size_t i = scatter->ellipses.size(); i-- > 0;) {
        if (hidden.contains(ellipseKey(i)))
            scatter->ellipses.erase(scatter->ellipses.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (hidden.contains(kArrows))
        scatter->arrows.clear();
    return rest;
}

std::optional<Figure> theoryAlone(const Figure& figure) {
    Figure theory = figure;
    bool any = false;
    for (Series* series : seriesIn(theory)) {
        any = any || (isTheory(*series) && !series->x.empty());
        if (!isTheory(*series) && !isVerticalRule(*series))
            empty(*series);
    }
    if (auto* scatter = std::get_if<Scatter>(&theory.content)) {
        any = any || !scatter->ellipses.empty();
        scatter->arrows.clear();
    }
    return any ? std::optional(theory) : std::nullopt;
}

} // namespace plumbline
