#include "ui/charts/curves_read_out.h"

#include "core/report/number_format.h"
#include "ui/charts/curves_limits.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kSlack = 1e-6;

double onScale(double value, AxisScale scale) {
    return scale == AxisScale::logarithmic ? std::log10(value) : value;
}

double offScale(double value, AxisScale scale) {
    return scale == AxisScale::logarithmic ? std::pow(10.0, value) : value;
}

/// Index of that x in the series; nothing where it has no such point.
std::optional<std::size_t> pointAt(const std::vector<double>& x, double place) {
    const auto found = std::ranges::find(x, place);
    return found == x.end() ? std::nullopt
                            : std::optional(static_cast<std::size_t>(found - x.begin()));
}

/// A column of a series at a place; a line's is read off between two points as it is drawn.
std::optional<double> valueAt(const Series& series, const std::vector<double>& column,
                              const PlotFrame& frame, double place) {
    const auto& x = series.x;
    if (column.size() != x.size())
        return std::nullopt;
    if (const auto index = pointAt(x, place))
        return column[*index];
    if (series.style == SeriesStyle::points || !std::ranges::is_sorted(x))
        return std::nullopt;
    const auto right = std::ranges::upper_bound(x, place);
    if (right == x.begin() || right == x.end())
        return std::nullopt;
    const auto i = static_cast<std::size_t>(right - x.begin());
    const double from = onScale(x[i - 1], frame.xScale);
    const double share =
        (onScale(place, frame.xScale) - from) / (onScale(x[i], frame.xScale) - from);
    const double value = offScale(
        std::lerp(onScale(column[i - 1], frame.yScale), onScale(column[i], frame.yScale), share),
        frame.yScale);
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> errorAt(const Series& series, double place) {
    const auto index = pointAt(series.x, place);
    return index && *index < series.error.size() ? std::optional(series.error[*index])
                                                 : std::nullopt;
}

/// What a law is compared with at a place.
std::optional<Measurement> measuredFor(const Curves& curves, const PlotFrame& frame,
                                       const Series& law, double place) {
    if (law.style == SeriesStyle::points || law.role == SeriesRole::simulated ||
        law.role == SeriesRole::marker)
        return std::nullopt;
    const auto isOfItsRole = [&law](const Series& other) {
        return other.role == law.role && other.style == SeriesStyle::points;
    };
    auto found = std::ranges::find_if(curves.series, isOfItsRole);
    if (found == curves.series.end())
        found = std::ranges::find(curves.series, SeriesRole::simulated, &Series::role);
    if (found == curves.series.end())
        return std::nullopt;
    const auto value = valueAt(*found, found->y, frame, place);
    if (!value)
        return std::nullopt;
    return Measurement{*value, errorAt(*found, place)};
}

std::optional<ReadOutRow> rowOf(const Curves& curves, const PlotFrame& frame, const Series& series,
                                const KeyEntry& key, double place) {
    const auto value = valueAt(series, series.y, frame, place);
    if (!value) {
        const auto low = valueAt(series, series.low, frame, place);
        const auto high = valueAt(series, series.high, frame, place);
        if (!low || !high)
            return std::nullopt;
        return rangeRow(key, *low, *high, {});
    }
    if (const auto measured = measuredFor(curves, frame, series, place))
        return comparedRow(key, *value, measured);
    return measuredRow(key, {*value, errorAt(series, place)});
}

} // namespace

std::vector<double> readablePlaces(const Curves& curves) {
    const bool anyPoints = std::ranges::any_of(curves.series, [](const Series& series) {
        return series.style == SeriesStyle::points && !series.x.empty();
    });
    std::vector<double> places;
    for (const Series& series : curves.series) {
        if (isRule(series) || (anyPoints && series.style != SeriesStyle::points))
            continue;
        places.insert(places.end(), series.x.begin(), series.x.end());
    }
    std::ranges::sort(places);
    const auto repeated = std::ranges::unique(places);
    places.erase(repeated.begin(), repeated.end());
    return places;
}

std::optional<int> nearestPlace(const std::vector<double>& places, const PlotFrame& frame,
                                double pixel) {
    std::optional<int> nearest;
    double least = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double x = frame.mapX(places[i]);
        if (!(x >= frame.plot.left() - kSlack && x <= frame.plot.right() + kSlack))
            continue;
        if (nearest && std::abs(x - pixel) >= least)
            continue;
        nearest = static_cast<int>(i);
        least = std::abs(x - pixel);
    }
    return nearest;
}

std::optional<ReadOut> curvesReadOut(const Curves& curves, const PlotFrame& frame,
                                     const std::vector<KeyEntry>& keys, double place) {
    const double x = frame.mapX(place);
    const QRectF& plot = frame.plot;
    if (!(x >= plot.left() - kSlack && x <= plot.right() + kSlack))
        return std::nullopt;
    ReadOut readOut;
    readOut.title = labelled(frame.xTitle, QString::fromStdString(formatNumber(place)));
    readOut.marks.append({ReadOutMark::Shape::line, QRectF(x - 0.5, plot.top(), 1, plot.height())});
    for (std::size_t i = 0; i < std::min(keys.size(), curves.series.size()); ++i) {
        const Series& series = curves.series[i];
        if (isRule(series) || series.name.empty())
            continue;
        const auto row = rowOf(curves, frame, series, keys[i], place);
        if (!row)
            continue;
        readOut.rows.push_back(*row);
        const auto value = valueAt(series, series.y, frame, place);
        const double y = value ? frame.mapY(*value) : std::nan("");
        if (!(y >= plot.top() - kSlack && y <= plot.bottom() + kSlack))
            continue;
        readOut.marks.append(dotAt({x, y}, keys[i].colour));
        readOut.datum = readOut.datum.united(readOut.marks.back().place);
    }
    if (readOut.rows.empty())
        return std::nullopt;
    if (readOut.datum.isNull())
        readOut.datum = QRectF(x - 1, plot.center().y(), 2, 1);
    return readOut;
}

} // namespace plumbline
