#include "core/report/judged_guess.h"

#include <algorithm>

namespace plumbline {

std::optional<JudgedGuess> judgedGuess(const Histogram& histogram, const Guess& guess) {
    const auto law = std::ranges::find(histogram.laws, SeriesRole::law, &Series::role);
    if (guess.empty() || law == histogram.laws.end())
        return std::nullopt;
    return judgeGuess(guess, law->x, histogram.binWidth, law->y);
}

std::optional<JudgedGuess> judgedGuess(const Figure& figure, const Guess& guess) {
    const auto* histogram = std::get_if<Histogram>(&figure.content);
    return histogram ? judgedGuess(*histogram, guess) : std::nullopt;
}

} // namespace plumbline
