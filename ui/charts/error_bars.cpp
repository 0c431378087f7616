#include "ui/charts/error_bars.h"

#include "ui/charts/pixel_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline {
namespace {

constexpr double kSlack = 1e-6; ///< pixels by which rounding may move an end at the plot's edge
constexpr double kHalfCap = 3;

} // namespace

std::optional<ErrorBar> errorBar(const PlotFrame& frame, double x, Limits ends,
                                 const QColor& colour) {
    const QRectF& plot = frame.plot;
    const double top = frame.mapY(ends.high);
    const double low = frame.mapY(ends.low);
    const double bottom = std::isfinite(low) ? low : std::numeric_limits<double>::infinity();
    if (!(top <= plot.bottom() && bottom >= plot.top()))
        return std::nullopt;
    return ErrorBar{x,
                    std::max(top, plot.top()),
                    std::min(bottom, plot.bottom()),
                    top >= plot.top() - kSlack,
                    bottom <= plot.bottom() + kSlack,
                    colour};
}

void paintErrorBars(QPainter& painter, const std::vector<ErrorBar>& bars) {
    const PixelGrid grid(painter);
    for (const ErrorBar& bar : bars) {
        painter.fillRect(grid.verticalLine(bar.x, bar.top, bar.bottom), bar.colour);
        if (bar.capTop)
            painter.fillRect(grid.horizontalLine(bar.x - kHalfCap, bar.x + kHalfCap, bar.top),
                             bar.colour);
        if (bar.capBottom)
            painter.fillRect(grid.horizontalLine(bar.x - kHalfCap, bar.x + kHalfCap, bar.bottom),
                             bar.colour);
    }
}

} // namespace plumbline
