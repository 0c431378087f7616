#pragma once

#include "core/lab/parameter_spec.h"
#include "core/report/figure.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The words beside a lab's figures. In paragraphs, notes and meanings **bold** is the only markup.
namespace plumbline {

/// A formula of resources/formulas, and the same formula for the current parameters.
struct Formula {
    std::string heading; ///< two or three words above it
    std::string id;      ///< resources/formulas/ID.tex
    std::string spoken;  ///< in words alone: "lambda", "to the power", never a symbol
    std::string numbers; ///< HTML of text, <b>, <i>, <sub> and <sup>
    std::string note;    ///< what the numbers mean or what was seen; may be empty
};

/// What one kind of mark in the figures stands for.
struct PlottedItem {
    SeriesRole role = SeriesRole::simulated;
    std::string meaning;
};

/// Something worth setting by one click: a preset, or values that replace the current ones.
struct Suggestion {
    std::string text;                                           ///< of the button, after "Try:"
    std::string description;                                    ///< what there is to see
    std::string presetId;                                       ///< empty where there are values
    std::vector<std::pair<std::string, ParameterValue>> values; ///< the others stay
};

struct Answer {
    std::string id;   ///< the same for the same mistake, whatever the parameters
    std::string text; ///< different from that of every other answer
    bool correct = false;
    std::string why; ///< why it is right, or what tempts to it
};

/// A question that the law answers: three or four answers, of which one is correct.
struct Prediction {
    std::string question;
    std::vector<Answer> answers;
};

struct Explanation {
    std::string title;
    std::vector<std::string> paragraphs;
    std::vector<Formula> formulas;
    std::vector<PlottedItem> plotted;
    std::vector<Suggestion> suggestions;
    std::vector<std::string> conditions; ///< where it stops holding
    std::optional<Prediction> prediction;
};

} // namespace plumbline
