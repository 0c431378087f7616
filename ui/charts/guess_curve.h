#pragma once

#include "core/statistics/guess_distance.h"
#include "ui/charts/legend.h"
#include "ui/charts/plot_frame.h"

#include <QList>
#include <QPen>
#include <QPointF>

#include <optional>
#include <vector>

/// How a histogram shows the reader's guess. Points of any size are safe.
namespace plumbline {

/// Its points in pixels, no farther out than the drawing can take.
QList<QPointF> guessLine(const Guess& guess, const PlotFrame& frame);

QPen guessPen(const QColor& colour);

/// "your guess", and how far it is from the law: "your guess (TV 0.12)". A colour unlike the laws'.
KeyEntry guessKey(std::optional<double> distance, std::vector<QColor> laws, const Theme& theme);

/// x widened to where the guess matters, by its own length at most on each side.
Limits rangeWithGuess(Limits x, const Guess& guess);

/// The greater of both, but not so great that bars become too small to see.
double heightWithGuess(double highest, const Guess& guess);

} // namespace plumbline
