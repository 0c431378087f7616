#pragma once

#include "core/lab/parameter_spec.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace plumbline {

enum class ThemeChoice { light, dark };

/// automatic: ends follow the data, with inertia. locked: each figure keeps the range that it had
/// when it was locked. theory: ends follow the law alone, so that simulated bars may leave the plot.
enum class AxesMode { automatic, locked, theory };

/// Both ends are finite and low < high; on a logarithmic axis a low end <= 0 means "from the data".
struct AxisRange {
    double low = 0;
    double high = 1;
    bool operator==(const AxisRange&) const = default;
};

/// How one figure is looked at.
struct FigureSettings {
    std::optional<AxisRange> x;   ///< zoomed or locked; unset: as the axes' mode says
    std::optional<AxisRange> y;
    std::set<std::string> hidden; ///< series by their keys: seriesKeys() in core/report/figure.h
    bool operator==(const FigureSettings&) const = default;
};

/**
 * How a screen is looked at: what a scene has under "view.", and no report depends on.
 *   view.theme=light|dark          view.axes=auto|locked|theory
 *   view.figure=ID                 the figure that fills the page
 *   view.x.ID=0,10  view.y.ID=...  the ends of a figure's axes
 *   view.hide.ID=law,band          series that are not drawn
 *   view.predict=on                the law is hidden until it is revealed
 *   view.guess=x1,y1,x2,y2,...     the curve the reader drew over the first figure, x increasing
 *   view.answer=ID                 the answer the reader chose
 */
struct ViewSettings {
    std::optional<ThemeChoice> theme; ///< unset: whatever the program shows already
    AxesMode axes = AxesMode::automatic;
    std::string figure;
    std::map<std::string, FigureSettings> figures; ///< none that is all default
    bool predicting = false;
    std::vector<std::pair<double, double>> guess;
    std::string answer;
    bool operator==(const ViewSettings&) const = default;

    /// The settings of a figure, default where nothing is known of it.
    FigureSettings of(const std::string& figureId) const;

    /// Replaces a figure's settings, and forgets them where they are all default.
    void set(const std::string& figureId, const FigureSettings& settings);
};

/// "light" or "dark".
std::string themeName(ThemeChoice theme);

/// Nothing when the text names no theme.
std::optional<ThemeChoice> themeNamed(const std::string& text);

/// Keys without "view." and values, in the order of the keys; nothing for what is default.
std::vector<std::pair<std::string, std::string>> viewEntries(const ViewSettings& view);

/// What became of one key and its value.
enum class ViewReading { taken, unknownKey };

/**
 * Puts the value of one key (without "view.") into the settings. A value that breaks its rule gives
 * the Problem and changes nothing; figureIds are the lab's figures, which a key may name.
 */
std::variant<ViewReading, Problem> readViewEntry(const std::string& key, const std::string& value,
                                                 const std::vector<std::string>& figureIds,
                                                 ViewSettings& view);

} // namespace plumbline
