#pragma once

#include "core/labs/kept_units/cells.h"
#include "core/labs/kept_units/convergence.h"
#include "core/labs/kept_units/setting.h"

#include <cstdint>
#include <vector>

namespace plumbline::kept_units {

/// Total variation between the histogram so far and each law; keeps the laws' curves.
class Distances {
  public:
    explicit Distances(const Setting& setting);

    double toLaw(const IntegerHistogram& histogram) const;

    /// Adds a point to the convergence curves.
    void record(const IntegerHistogram& histogram, Convergence& convergence) const;

    /// The law at every integer of its eight-sigma window.
    const std::vector<double>& lawCurve() const { return m_lawCurve; }

    /// Curves without points: the plateau and the marker alone.
    Convergence emptyConvergence() const;

  private:
    Setting m_setting;
    std::vector<double> m_lawCurve;
    std::vector<double> m_alternativeCurve;
};

} // namespace plumbline::kept_units
