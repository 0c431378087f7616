#pragma once

#include "core/lab/parameter_spec.h"

namespace plumbline {

/**
 * Where on a slider a value lies, and which value a place stands for.
 *
 * Linear places are multiples of the step; logarithmic ones are rounded to two significant digits
 * on scales of more than six decades and to three on shorter ones, so that dragging gives round
 * numbers about a pixel apart. Values between such places are kept as they are until someone moves
 * them. A logarithmic range that starts at 0 has 0 at its left end and the smallest step next to
 * it.
 */
class SliderScale {
  public:
    explicit SliderScale(const ParameterSpec& spec);

    double minimum() const { return m_minimum; }
    double maximum() const { return m_maximum; }

    double fraction(double value) const; ///< in [0, 1]
    double valueAt(double fraction) const;

    /**
     * The value after so many presses of an arrow key: multiples of the step, or on a logarithmic
     * scale of a tenth of the decade (99, 100, 110), never less than the step.
     */
    double stepped(double value, int steps) const;

    /// The value after so many presses of a page key: a tenth of the range each.
    double paged(double value, int pages) const;

  private:
    double lowestPositive() const;
    double rounded(double value) const;
    double clean(double value) const;

    double m_minimum;
    double m_maximum;
    double m_step;
    bool m_logarithmic;
    bool m_whole;
};

} // namespace plumbline
