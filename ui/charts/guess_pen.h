#pragma once

#include "core/report/figure.h"
#include "core/statistics/guess_distance.h"
#include "ui/charts/plot_frame.h"

#include <QEvent>
#include <QPointF>

#include <optional>

namespace plumbline {

/// The places that a guess has points at: first, first + step, ...
struct GuessGrid {
    double first = 0;
    double step = 1;
    int count = 0;
    double x(int index) const { return first + index * step; }
    int indexAt(double x) const; ///< of the nearest place
};

/**
 * The bins of a histogram, and as many again and a half beyond each end, since a guess may lie
 * anywhere; of very many bins every second, third ... one. It does not depend on the view, so that
 * strokes at different zooms meet.
 */
GuessGrid guessGrid(const Histogram& histogram);

/// x from coarse round numbers with all bins between them: room to guess in that does not tell
/// where the law lies. Not below 0 where no bin is.
Limits guessRange(const Histogram& histogram);

/// The guess with a straight stroke over it, in data units: every place of the grid that it crosses
/// has the stroke's height, at least 0, and the rest stays.
Guess withStroke(const Guess& guess, const GuessGrid& grid, QPointF from, QPointF to);

/// Turns a drag of the left button over a plot into strokes.
class GuessPen {
  public:
    enum class Outcome { notMine, drawing, done };

    /// What an event of a view, painted that many times as large as laid out, does to the guess. A
    /// pointer that leaves the plot draws along its edge; a drag with a modifier is none.
    Outcome handle(QEvent& event, double scale, const PlotFrame& frame, const GuessGrid& grid,
                   Guess& guess);

  private:
    std::optional<QPointF> m_last; ///< in data units, while the button is down
};

} // namespace plumbline
