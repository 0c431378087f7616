#include "ui/charts/guess_curve.h"

#include "core/report/number_format.h"
#include "ui/charts/series_colours.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kFarthestPixel = 1e6; ///< still exact to a tenth of a pixel where it is clipped
constexpr double kMatters = 0.1;       ///< of the guess' highest point
constexpr double kMostHeights = 3;     ///< of the bars and laws that the guess may add

double highestOf(const Guess& guess) {
    double highest = 0;
    for (const auto& point : guess) {
        if (std::isfinite(point.second))
            highest = std::max(highest, point.second);
    }
    return highest;
}

} // namespace

QList<QPointF> guessLine(const Guess& guess, const PlotFrame& frame) {
    const auto bounded = [](double pixel) {
        return std::clamp(pixel, -kFarthestPixel, kFarthestPixel);
    };
    QList<QPointF> points;
    for (const auto& [x, y] : guess)
        points.append({bounded(frame.mapX(x)), bounded(frame.mapY(y))});
    if (points.size() == 1)
        return {points.front() - QPointF(3, 0), points.front() + QPointF(3, 0)};
    return points;
}

QPen guessPen(const QColor& colour) {
    QPen pen(colour, 2.5);
    pen.setJoinStyle(Qt::BevelJoin);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({1, 1});
    return pen;
}

KeyEntry guessKey(std::optional<double> distance, std::vector<QColor> laws, const Theme& theme) {
    constexpr int kDigits = 2;
    QString name = QCoreApplication::translate("Guess", "your guess");
    if (distance)
        name += QString::fromStdString(" (TV " + formatNumber(*distance, kDigits) + ")");
    laws.insert(laws.end(), {theme.simulated, theme.law, theme.alternative});
    KeyEntry key;
    key.text = name;
    key.colour = categoryColours(1, std::move(laws), theme).front();
    key.swatch = KeySwatch::dotted;
    return key;
}

Limits rangeWithGuess(Limits x, const Guess& guess) {
    const double least = kMatters * highestOf(guess);
    const Limits widest{x.low - x.span(), x.high + x.span()};
    for (const auto& [at, height] : guess) {
        if (height > least) {
            x.low = std::min(x.low, std::max(at, widest.low));
            x.high = std::max(x.high, std::min(at, widest.high));
        }
    }
    return x;
}

double heightWithGuess(double highest, const Guess& guess) {
    const double drawn = highestOf(guess);
    return highest > 0 ? std::max(highest, std::min(drawn, kMostHeights * highest)) : highest;
}

} // namespace plumbline
