#pragma once

#include "core/lab/parameters.h"
#include "core/report/figure.h"
#include "core/report/verdict.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace plumbline {

/// Row-major numbers with a shape, at full precision and never binned.
struct NamedArray {
    std::string name;
    std::vector<std::size_t> shape;
    std::vector<double> values;
    bool operator==(const NamedArray&) const = default;
};

/**
 * The whole result of a lab: a pure function of lab, parameters, seed and number of trials. The
 * same inputs give the same bytes, whatever the threads or the chunking.
 */
struct Report {
    std::string lab;
    Parameters parameters;
    std::uint64_t seed = 0;
    std::int64_t trials = 0;        ///< done, which is fewer than planned while a run is under way
    std::int64_t plannedTrials = 0; ///< what was asked for
    std::vector<Verdict> verdicts;
    std::vector<NamedArray> arrays; ///< empty under Detail::figures
    std::vector<Figure> figures;

    const Figure* figure(const std::string& id) const;
    const NamedArray* array(const std::string& name) const;
    const Verdict* verdict(const std::string& id) const;

    /// True when some check, not a comparison, disagrees.
    bool anyCheckDisagrees() const;
};

/// The only part of a result that may differ between two runs of one scene.
struct RunRecord {
    double seconds = 0;
    unsigned threads = 1;
    bool interrupted = false;
};

} // namespace plumbline
