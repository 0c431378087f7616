#include "ui/charts/figure_view.h"

#include "ui/charts/curves_view.h"
#include "ui/charts/flow_view.h"
#include "ui/charts/heatmap_view.h"
#include "ui/charts/histogram_view.h"
#include "ui/charts/scatter_view.h"

namespace plumbline {
namespace {

struct MakeView {
    using Result = std::unique_ptr<FigureView>;
    Result operator()(const Histogram&) const { return std::make_unique<HistogramView>(); }
    Result operator()(const Curves&) const { return std::make_unique<CurvesView>(); }
    Result operator()(const Scatter&) const { return std::make_unique<ScatterView>(); }
    Result operator()(const Heatmap&) const { return std::make_unique<HeatmapView>(); }
    Result operator()(const FlowGraph&) const { return std::make_unique<FlowView>(); }
};

} // namespace

std::unique_ptr<FigureView> makeFigureView(const Figure& figure, const Theme& theme) {
    auto view = std::visit(MakeView{}, figure.content);
    view->setTheme(theme);
    view->setFigure(figure);
    return view;
}

} // namespace plumbline
