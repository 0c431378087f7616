#pragma once

#include "core/report/figure.h"
#include "core/statistics/guess_distance.h"

#include <optional>

namespace plumbline {

/// A reader's guess against the first law of a histogram; unset where there is no such law, or
/// where judgeGuess() has nothing to say.
std::optional<JudgedGuess> judgedGuess(const Histogram& histogram, const Guess& guess);

/// The same for any figure: unset for one that is no histogram.
std::optional<JudgedGuess> judgedGuess(const Figure& figure, const Guess& guess);

} // namespace plumbline
