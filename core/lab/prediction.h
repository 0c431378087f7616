#pragma once

#include "core/lab/explanation.h"
#include "core/lab/parameters.h"

#include <string>
#include <vector>

namespace plumbline {

/// A number that answers a question, rightly or by a typical mistake.
struct NumberAnswer {
    std::string id;
    double value = 0;
    std::string why;
};

/**
 * A question with the correct number and up to three of the tempting ones, the first that stand
 * apart: from every other answer by a factor of kLeastRatio, and by their texts of three digits.
 * To have three answers, offer both the double and the half of a correct number that is not 0. The
 * order of the answers is a function of ids and parameters alone.
 */
Prediction numberPrediction(std::string question, const NumberAnswer& correct,
                            const std::vector<NumberAnswer>& tempting,
                            const Parameters& parameters);

/// A reader who estimates well must be able to tell any two answers apart.
inline constexpr double kLeastRatio = 1.3;

} // namespace plumbline
