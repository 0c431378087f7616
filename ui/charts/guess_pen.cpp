#include "ui/charts/guess_pen.h"

#include "ui/charts/histogram_bars.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kMostBins = 1000;  ///< with the places beyond the ends fewer than a scene can hold
constexpr double kRoomBeyond = 1.5; ///< beyond each end, in lengths of the bins
constexpr int kCoarseParts = 2;

/// The value at a pointer, which is held inside the plot.
QPointF valueAt(const QPointF& position, const PlotFrame& frame) {
    const QRectF& plot = frame.plot;
    return {frame.valueX(std::clamp(position.x(), plot.left(), plot.right())),
            frame.valueY(std::clamp(position.y(), plot.top(), plot.bottom()))};
}

} // namespace

int GuessGrid::indexAt(double x) const {
    const double index = std::round((x - first) / step);
    return static_cast<int>(std::clamp(index, 0.0, static_cast<double>(count - 1)));
}

GuessGrid guessGrid(const Histogram& histogram) {
    const std::vector<double>& centres = binCentres(histogram);
    if (centres.empty() || !(histogram.binWidth > 0))
        return {};
    const auto bins = static_cast<double>(centres.size());
    const double stride = std::ceil(bins / kMostBins);
    const double beyond = std::ceil(kRoomBeyond * bins / stride);
    const double step = histogram.binWidth * stride;
    return {centres.front() - beyond * step, step,
            static_cast<int>(2 * beyond + std::ceil(bins / stride))};
}

Limits guessRange(const Histogram& histogram) {
    const Limits bins = histogramRange(histogram);
    Limits coarse = niceLimits(bins, kCoarseParts);
    const std::vector<double>& centres = binCentres(histogram);
    if (!centres.empty() && centres.front() >= 0)
        coarse.low = std::max(coarse.low, -histogram.binWidth / 2);
    return coarse;
}

Guess withStroke(const Guess& guess, const GuessGrid& grid, QPointF from, QPointF to) {
    if (grid.count == 0)
        return guess;
    if (from.x() > to.x())
        std::swap(from, to);
    const int first = grid.indexAt(from.x());
    const int last = grid.indexAt(to.x());
    const double low = grid.x(first) - grid.step / 2;
    const double high = grid.x(last) + grid.step / 2;
    Guess result;
    for (const auto& point : guess) {
        if (point.first < low)
            result.push_back(point);
    }
    for (int i = first; i <= last; ++i) {
        const double run = to.x() - from.x();
        const double share = run > 0 ? std::clamp((grid.x(i) - from.x()) / run, 0.0, 1.0) : 1;
        result.emplace_back(grid.x(i), std::max(0.0, std::lerp(from.y(), to.y(), share)));
    }
    for (const auto& point : guess) {
        if (point.first > high)
            result.push_back(point);
    }
    return result;
}

GuessPen::Outcome GuessPen::handle(QEvent& event, double scale, const PlotFrame& frame,
                                   const GuessGrid& grid, Guess& guess) {
    const bool press = event.type() == QEvent::MouseButtonPress;
    const bool release = event.type() == QEvent::MouseButtonRelease;
    if (!press && !release && event.type() != QEvent::MouseMove)
        return Outcome::notMine;
    auto& mouse = static_cast<QMouseEvent&>(event);
    const QPointF position = mouse.position() / scale;
    const bool starts = press && mouse.button() == Qt::LeftButton &&
                        mouse.modifiers() == Qt::NoModifier && frame.plot.contains(position) &&
                        grid.count > 0;
    if (!starts && !m_last)
        return Outcome::notMine;
    if (!press && !release && !(mouse.buttons() & Qt::LeftButton)) {
        m_last.reset(); // the button went up where no one saw it
        return Outcome::done;
    }
    const QPointF at = valueAt(position, frame);
    guess = withStroke(guess, grid, starts ? at : *m_last, at);
    m_last = at;
    mouse.accept();
    if (!release || mouse.button() != Qt::LeftButton)
        return Outcome::drawing;
    m_last.reset();
    return Outcome::done;
}

} // namespace plumbline
