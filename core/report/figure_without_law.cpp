#include "core/report/figure_without_law.h"

namespace plumbline {
namespace {

bool isSimulated(const Series& series) {
    return series.role == SeriesRole::simulated;
}

std::vector<Series> simulatedOf(const std::vector<Series>& series) {
    std::vector<Series> result;
    for (const Series& each : series) {
        if (isSimulated(each))
            result.push_back(each);
    }
    return result;
}

struct WithoutLaw {
    FigureContent operator()(const Histogram& histogram) const {
        Histogram result;
        result.binWidth = histogram.binWidth;
        result.simulated = histogram.simulated;
        // Laws alone still say where their bins are.
        if (result.simulated.x.empty() && !histogram.laws.empty()) {
            result.simulated.x = histogram.laws.front().x;
            result.simulated.y.assign(result.simulated.x.size(), 0);
        }
        return result;
    }
    FigureContent operator()(const Curves& curves) const {
        return Curves{simulatedOf(curves.series)};
    }
    FigureContent operator()(const Scatter& scatter) const {
        Scatter result;
        result.groups = simulatedOf(scatter.groups);
        for (const Ellipse& ellipse : scatter.ellipses) {
            if (ellipse.role == SeriesRole::simulated)
                result.ellipses.push_back(ellipse);
        }
        result.arrows = scatter.arrows;
        result.equalAspect = scatter.equalAspect;
        return result;
    }
    FigureContent operator()(const Heatmap& heatmap) const { return heatmap; }
    FigureContent operator()(const FlowGraph& graph) const { return graph; }
};

bool nothingStays(const Figure& figure) {
    const auto* curves = std::get_if<Curves>(&figure.content);
    return curves && curves->series.empty();
}

} // namespace

Figure withoutLaw(const Figure& figure) {
    Figure result;
    result.id = figure.id;
    result.title = figure.title;
    result.x = figure.x;
    result.y = figure.y;
    result.content = std::visit(WithoutLaw{}, figure.content);
    result.caption = nothingStays(result) ? std::string() : figure.caption;
    result.summary = figure.summaryWithoutLaw;
    result.summary += (result.summary.empty() ? "The law is hidden." : " The law is hidden.");
    result.summaryWithoutLaw = figure.summaryWithoutLaw;
    return result;
}

} // namespace plumbline
