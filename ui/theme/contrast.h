#pragma once

#include <QColor>

namespace plumbline {

/// Contrast ratio of WCAG 2.1, from 1 (the same) to 21 (black on white).
double contrastRatio(const QColor& first, const QColor& second);

/// The colour, moved towards the ink until small text in it is readable on the paper (ratio 4.5).
QColor readableOn(const QColor& paper, const QColor& colour, const QColor& ink);

/// The colour that share of the way from the first to the second.
QColor blend(const QColor& first, const QColor& second, double share);

} // namespace plumbline
