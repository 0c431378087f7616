#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/**
 * What a lab draws, as plain data: no pixels, no colours, no widgets.
 *
 * A figure is one of five kinds, held in a closed std::variant and visited exhaustively. Views turn
 * it into a picture, writers into JSON and CSV. Every number in it is finite unless said otherwise.
 */
namespace plumbline {

enum class AxisScale { linear, logarithmic };

struct Axis {
    std::string label;
    std::string unit; ///< empty for a pure number
    AxisScale scale = AxisScale::linear;
    std::optional<double> low;  ///< fixed lower end; unset: from the data
    std::optional<double> high; ///< fixed upper end; unset: from the data
    bool operator==(const Axis&) const = default;
};

/// What a series stands for; a view chooses colour and stroke by it, never by position.
enum class SeriesRole { simulated, law, alternative, band, marker };

enum class SeriesStyle { line, points, dashed };

/**
 * A named sequence of points. Optional columns are empty or as long as x.
 * A marker with an empty y is a vertical rule at each x.
 */
struct Series {
    std::string name;
    SeriesRole role = SeriesRole::simulated;
    SeriesStyle style = SeriesStyle::line;
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> low;   ///< lower edge of a band
    std::vector<double> high;  ///< upper edge of a band
    std::vector<double> error; ///< one standard error of y
    std::vector<std::string> labels;
    bool operator==(const Series&) const = default;
};

/**
 * Bars of equal width centred on simulated.x, against laws at the same places.
 * simulated.y is the fraction of trials per unit of x, so that bars and laws share one axis.
 */
struct Histogram {
    double binWidth = 1;
    Series simulated;
    Series band;              ///< simultaneous band centred on the law: x, low, high
    std::vector<Series> laws; ///< law and alternatives at simulated.x
    Series residuals;         ///< distance from the law in standard deviations, at simulated.x
    bool operator==(const Histogram&) const = default;
};

struct Curves {
    std::vector<Series> series;
    bool operator==(const Curves&) const = default;
};

/// x = cx + a cos t cos(angle) - b sin t sin(angle), y = cy + a cos t sin(angle) + b sin t
/// cos(angle).
struct Ellipse {
    std::string name;
    SeriesRole role = SeriesRole::law;
    double centreX = 0;
    double centreY = 0;
    double semiAxisA = 1;
    double semiAxisB = 1;
    double angle = 0; ///< radians, from the x axis to semiAxisA
    bool operator==(const Ellipse&) const = default;
};

struct Arrow {
    std::string name;
    double fromX = 0;
    double fromY = 0;
    double toX = 0;
    double toY = 0;
    bool operator==(const Arrow&) const = default;
};

struct Scatter {
    std::vector<Series> groups; ///< one colour and one shape each; labels name the points
    std::vector<Ellipse> ellipses;
    std::vector<Arrow> arrows;
    bool equalAspect = false; ///< one unit of x is as long as one unit of y
    bool operator==(const Scatter&) const = default;
};

/// Row-major [rows x columns]; a NaN is a cell that is not there.
struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values;
    bool operator==(const Matrix&) const;
};

/// binary: 0 or 1, drawn as filled and empty tiles. diverging: centred on zero.
enum class ColourScale { binary, sequential, diverging };

struct Heatmap {
    Matrix matrix;
    std::string matrixTitle;
    std::optional<Matrix> twin; ///< drawn beside it on the same colour scale
    std::string twinTitle;
    std::vector<std::string> rowLabels;    ///< empty or one a row
    std::vector<std::string> columnLabels; ///< empty or one a column
    ColourScale colours = ColourScale::sequential;
    bool operator==(const Heatmap&) const = default;
};

struct FlowNode {
    std::string id;
    std::string title;
    std::optional<double> value;
    bool operator==(const FlowNode&) const = default;
};

struct FlowEdge {
    std::string from;
    std::string to;
    double value = 0; ///< the weight; the view draws its size as the width
    std::string label;
    bool operator==(const FlowEdge&) const = default;
};

/// A directed acyclic graph, drawn left to right in layers.
struct FlowGraph {
    std::vector<FlowNode> nodes;
    std::vector<FlowEdge> edges;
    bool operator==(const FlowGraph&) const = default;
};

using FigureContent = std::variant<Histogram, Curves, Scatter, Heatmap, FlowGraph>;

struct Figure {
    std::string id;
    std::string title;   ///< asks or states the question
    std::string caption; ///< one line: parameters, N, seed, conventions
    std::string summary; ///< what a reader who cannot see the figure is told: words and numbers
    std::string summaryWithoutLaw = {}; ///< the part of it that was simulated
    Axis x;
    Axis y;
    FigureContent content;
    bool operator==(const Figure&) const = default;
};

/// The kind's name in a report: histogram, curves, scatter, heatmap or flow.
std::string kindName(const FigureContent& content);

/// All series of a figure in drawing order, without a histogram's empty band or residuals; none for
/// a heat map or a flow graph.
std::vector<const Series*> seriesOf(const Figure& figure);

std::string roleName(SeriesRole role);

/// A name for each of seriesOf() that stays the same while parameters change: its role, and "-2",
/// "-3" for the second and third of that role: "simulated", "law", "law-2".
std::vector<std::string> seriesKeys(const Figure& figure);

} // namespace plumbline
