#include "ui/charts/histogram_bars.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

/// Bins narrower than this share pixel columns.
constexpr double kColumn = 1;

/// Index ranges of bins whose centres fall into one pixel column.
struct Column {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Of the bins whose centres are at most so many bins from the plot.
std::vector<Column> columnsOf(const std::vector<double>& centres, double binWidth, double reach,
                              const PlotFrame& frame) {
    const double pixels = std::abs(frame.mapX(frame.x.low + binWidth) - frame.mapX(frame.x.low));
    std::vector<Column> columns;
    double current = 0;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        const double x = frame.mapX(centres[i]);
        if (!(x + pixels * reach > frame.plot.left() - 1e-9 &&
              x - pixels * reach < frame.plot.right() + 1e-9))
            continue;
        const double column = std::floor((x - frame.plot.left()) / kColumn);
        if (pixels < kColumn && !columns.empty() && column == current)
            columns.back().end = i + 1;
        else
            columns.push_back({i, i + 1});
        current = column;
    }
    return columns;
}

double mean(const std::vector<double>& values, Column column) {
    double total = 0;
    for (std::size_t i = column.begin; i < column.end; ++i)
        total += values[i];
    return total / static_cast<double>(column.end - column.begin);
}

double largestInSize(const std::vector<double>& values, Column column) {
    double result = 0;
    for (std::size_t i = column.begin; i < column.end; ++i)
        result = std::abs(values[i]) > std::abs(result) ? values[i] : result;
    return result;
}

void raise(double& highest, const std::vector<double>& x, const std::vector<double>& y,
           Limits limits) {
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (x[i] >= limits.low && x[i] <= limits.high && y[i] > highest)
            highest = y[i];
    }
}

} // namespace

const std::vector<double>& binCentres(const Histogram& histogram) {
    if (!histogram.simulated.x.empty())
        return histogram.simulated.x;
    if (!histogram.laws.empty())
        return histogram.laws.front().x;
    return histogram.band.x;
}

Limits histogramRange(const Histogram& histogram) {
    const std::vector<double>& centres = binCentres(histogram);
    if (centres.empty())
        return {0, 1};
    const double half = histogram.binWidth > 0 ? histogram.binWidth / 2 : 0.5;
    // One or two bins would fill the plot like a wall.
    const double room = centres.size() < 3 ? 2 * half : 0;
    return {centres.front() - half - room, centres.back() + half + room};
}

double highestValue(const Histogram& histogram, Limits x) {
    x = {x.low - histogram.binWidth / 2, x.high + histogram.binWidth / 2};
    double highest = 0;
    raise(highest, histogram.simulated.x, histogram.simulated.y, x);
    raise(highest, histogram.band.x, histogram.band.high, x);
    for (const Series& law : histogram.laws)
        raise(highest, law.x, law.y, x);
    return highest;
}

bool hasIntegerBins(const Histogram& histogram) {
    const std::vector<double>& centres = binCentres(histogram);
    return !centres.empty() && histogram.binWidth == std::floor(histogram.binWidth) &&
           std::all_of(centres.begin(), centres.end(), [](double x) { return x == std::floor(x); });
}

std::vector<Bar> layOutBars(const Histogram& histogram, const PlotFrame& frame) {
    const std::vector<double>& centres = binCentres(histogram);
    const double half = histogram.binWidth / 2;
    const std::size_t count = centres.size();
    std::vector<Bar> bars;
    for (const Column column : columnsOf(centres, histogram.binWidth, 0.5, frame)) {
        Bar bar;
        bar.left = std::max(frame.plot.left(), frame.mapX(centres[column.begin] - half));
        bar.right = std::min(frame.plot.right(), frame.mapX(centres[column.end - 1] + half));
        if (histogram.simulated.y.size() == count)
            bar.height = mean(histogram.simulated.y, column);
        if (histogram.band.low.size() == count && histogram.band.high.size() == count)
            bar.band = Limits{mean(histogram.band.low, column), mean(histogram.band.high, column)};
        if (histogram.residuals.y.size() == count)
            bar.residual = largestInSize(histogram.residuals.y, column);
        bars.push_back(bar);
    }
    return bars;
}

QList<QPointF> lawLine(const Series& law, double binWidth, const PlotFrame& frame) {
    QList<QPointF> points;
    if (law.y.size() != law.x.size())
        return points;
    if (law.x.size() == 1)
        return {frame.map(law.x[0] - binWidth / 2, law.y[0]),
                frame.map(law.x[0] + binWidth / 2, law.y[0])};
    for (const Column column : columnsOf(law.x, binWidth, 1, frame))
        points.append(frame.map(mean(law.x, column), mean(law.y, column)));
    return points;
}

} // namespace plumbline
