#pragma once

#include "core/labs/kept_units/cells.h"
#include "core/labs/kept_units/convergence.h"
#include "core/labs/kept_units/setting.h"
#include "core/statistics/empirical_distance.h"

#include <cstdint>
#include <vector>

namespace plumbline::kept_units {

/// Total variation between the histogram so far and each law, count by count; keeps their curves.
class Distances {
  public:
    explicit Distances(const Setting& setting);

    double toLaw(const IntegerHistogram& histogram) const;

    /// Its mean and standard deviation over so many trials if the law is true.
    DistanceNoise noise(std::int64_t trials) const;

    /// Adds a point to the convergence curves.
    void record(const IntegerHistogram& histogram, Convergence& convergence) const;

    /// Curves without points: the plateau and the marker alone.
    Convergence emptyConvergence() const;

  private:
    Setting m_setting;
    CellGrid m_counts; ///< every count that can be drawn
    CellLaw m_law;
    CellLaw m_alternative;
    std::vector<double> m_noiseCells; ///< probabilities of every m_noiseStride-th count
    std::size_t m_noiseStride = 1;
};

} // namespace plumbline::kept_units
