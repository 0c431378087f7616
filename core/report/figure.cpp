#include "core/report/figure.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace plumbline {
namespace {

bool sameCell(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

struct KindName {
    std::string operator()(const Histogram&) const { return "histogram"; }
    std::string operator()(const Curves&) const { return "curves"; }
    std::string operator()(const Scatter&) const { return "scatter"; }
    std::string operator()(const Heatmap&) const { return "heatmap"; }
    std::string operator()(const FlowGraph&) const { return "flow"; }
};

struct SeriesOf {
    using Result = std::vector<const Series*>;

    Result operator()(const Histogram& histogram) const {
        Result result{&histogram.simulated};
        if (!histogram.band.x.empty())
            result.push_back(&histogram.band);
        append(result, histogram.laws);
        if (!histogram.residuals.x.empty())
            result.push_back(&histogram.residuals);
        return result;
    }
    Result operator()(const Curves& curves) const {
        Result result;
        append(result, curves.series);
        return result;
    }
    Result operator()(const Scatter& scatter) const {
        Result result;
        append(result, scatter.groups);
        return result;
    }
    Result operator()(const Heatmap&) const { return {}; }
    Result operator()(const FlowGraph&) const { return {}; }

  private:
    static void append(Result& result, const std::vector<Series>& series) {
        for (const Series& each : series)
            result.push_back(&each);
    }
};

} // namespace

bool Matrix::operator==(const Matrix& other) const {
    return rows == other.rows && columns == other.columns &&
           std::equal(values.begin(), values.end(), other.values.begin(), other.values.end(),
                      sameCell);
}

std::string kindName(const FigureContent& content) {
    return std::visit(KindName{}, content);
}

std::vector<const Series*> seriesOf(const Figure& figure) {
    return std::visit(SeriesOf{}, figure.content);
}

std::vector<std::string> seriesKeys(const Figure& figure) {
    std::vector<std::string> keys;
    std::map<SeriesRole, int> seen;
    for (const Series* series : seriesOf(figure)) {
        const int number = ++seen[series->role];
        keys.push_back(roleName(series->role) + (number > 1 ? "-" + std::to_string(number) : ""));
    }
    return keys;
}

std::string roleName(SeriesRole role) {
    switch (role) {
    case SeriesRole::simulated:
        return "simulated";
    case SeriesRole::law:
        return "law";
    case SeriesRole::alternative:
        return "alternative";
    case SeriesRole::band:
        return "band";
    case SeriesRole::marker:
        return "marker";
    }
    return {};
}

} // namespace plumbline
