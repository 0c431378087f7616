#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace plumbline {

enum class ParameterKind { real, integer, choice, toggle, vector, text, file };

/// real: double. integer: int64. choice, text, file: string. toggle: bool. vector: doubles.
using ParameterValue = std::variant<double, std::int64_t, bool, std::string, std::vector<double>>;

/// How a slider spreads the range. Logarithmic where it spans more than three decades.
enum class ParameterScale { linear, logarithmic };

struct Choice {
    std::string id;    ///< what is written: "poisson"
    std::string title; ///< what is read: "Poisson(lambda)"
    bool operator==(const Choice&) const = default;
};

/// The parameter matters only while another has one of these values.
struct Applicability {
    std::string parameter;
    std::vector<std::string> values;
    std::string reason; ///< shown where it does not: "M is fixed"
    bool operator==(const Applicability&) const = default;
};

/// Everything a control, a help text or a validator needs to know of one parameter.
struct ParameterSpec {
    std::string name;        ///< as written in scenes and on the command line
    std::string symbol;      ///< as printed: "λ"
    std::string title;       ///< "drop probability"
    std::string description; ///< one sentence, with the convention that confuses people
    ParameterKind kind = ParameterKind::real;
    ParameterValue defaultValue = 0.0;
    double minimum = 0; ///< of numbers, and of every entry of a vector
    double maximum = 1;
    double step = 0.01; ///< of an arrow key; on a logarithmic scale the smallest step
    ParameterScale scale = ParameterScale::linear;
    std::vector<Choice> choices;
    std::optional<Applicability> applies;
};

/// A rule that an input breaks, in words that name the thing, the value and the rule.
struct Problem {
    std::string parameter; ///< empty when it concerns the whole
    std::string message;   ///< "p must lie in [0, 1], got 1.5"
    bool operator==(const Problem&) const = default;
};

/// The kind's name: real, integer, choice, switch, vector, text or file.
std::string kindName(ParameterKind kind);

/// The value as it is written in scenes: shortest digits that read back, "on"/"off", "1,2,3".
std::string plainValue(const ParameterValue& value);

/**
 * Reads text as a value of the spec and checks it against the rules.
 * Returns the value, or the Problem that says what is wrong.
 */
std::variant<ParameterValue, Problem> parseValue(const ParameterSpec& spec,
                                                 const std::string& text);

/// The rule that value breaks, if any.
std::optional<Problem> checkValue(const ParameterSpec& spec, const ParameterValue& value);

} // namespace plumbline
