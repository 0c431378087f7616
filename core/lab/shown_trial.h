#pragma once

#include "core/report/figure.h"

#include <cstdint>
#include <optional>
#include <string>

namespace plumbline {

/// One trial as a picture: what was drawn, and where its result falls.
struct ShownTrial {
    std::int64_t trial = 0;       ///< counted from 0
    std::optional<Figure> figure; ///< stands in for the report's figure of the same id and kind;
                                  ///< unset where the run draws nothing but the result
    std::string targetFigure;     ///< id of the histogram that counts the result
    double x = 0;                 ///< the result, on that histogram's axis
    std::string words;            ///< "Trial 12: 68 of 100 kept"
};

} // namespace plumbline
