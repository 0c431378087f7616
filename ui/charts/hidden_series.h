#pragma once

#include "core/report/figure.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace plumbline {

/// A part of a figure that a reader may hide.
struct HideableSeries {
    std::string key;
    std::string name; ///< never empty: the role's where the series has none
    bool operator==(const HideableSeries&) const = default;
};

/**
 * All series by seriesKeys(), in their order; of a scatter plot the ellipses too ("ellipse",
 * "ellipse-2") and all arrows together ("arrows"). None of a heat map or a flow graph.
 */
std::vector<HideableSeries> hideableSeries(const Figure& figure);

/// The same figure with hidden series that have no points: they keep their place, and with it every
/// other one its colour and shape. Ellipses and arrows are taken out.
Figure withoutSeries(const Figure& figure, const std::set<std::string>& hidden);

/**
 * The figure reduced to what theory says: lines of laws and alternatives, bands, ellipses, vertical
 * rules. Points are measured, whatever law they belong to. Nothing when no law, band or ellipse has
 * a point.
 */
std::optional<Figure> theoryAlone(const Figure& figure);

} // namespace plumbline
