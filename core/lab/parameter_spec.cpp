#include "core/lab/parameter_spec.h"

#include "core/lab/text.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

Problem problem(const ParameterSpec& spec, const std::string& rule, const std::string& got) {
    return {spec.name, spec.name + " must " + rule + ", got " + got};
}

std::string range(const ParameterSpec& spec) {
    return "lie in [" + compactNumber(spec.minimum) + ", " + compactNumber(spec.maximum) + "]";
}

bool inRange(const ParameterSpec& spec, double value) {
    return value >= spec.minimum && value <= spec.maximum; // false for NaN
}

std::vector<std::string> choiceIds(const ParameterSpec& spec) {
    std::vector<std::string> ids;
    for (const auto& choice : spec.choices)
        ids.push_back(choice.id);
    return ids;
}

using Reading = std::variant<ParameterValue, Problem>;

Reading readReal(const ParameterSpec& spec, const std::string& text) {
    const auto number = parseNumber(text);
    if (!number)
        return problem(spec, "be a number", inQuotes(text));
    if (!inRange(spec, *number))
        return problem(spec, range(spec), text);
    return ParameterValue(*number);
}

Reading readInteger(const ParameterSpec& spec, const std::string& text) {
    const auto number = parseNumber(text);
    if (!number)
        return problem(spec, "be a whole number", inQuotes(text));
    if (!inRange(spec, *number))
        return problem(spec, range(spec), text);
    const auto whole = parseInteger(text);
    if (!whole)
        return problem(spec, "be a whole number", text);
    return ParameterValue(*whole);
}

Reading readToggle(const ParameterSpec& spec, const std::string& text) {
    if (text == "on" || text == "true" || text == "1")
        return ParameterValue(true);
    if (text == "off" || text == "false" || text == "0")
        return ParameterValue(false);
    return problem(spec, "be on or off", inQuotes(text));
}

Reading readChoice(const ParameterSpec& spec, const std::string& text) {
    const auto ids = choiceIds(spec);
    if (std::ranges::find(ids, text) != ids.end())
        return ParameterValue(text);
    return problem(spec, "be one of " + joined(ids, ", "), inQuotes(text) + suggestion(text, ids));
}

Reading readVector(const ParameterSpec& spec, const std::string& text) {
    std::vector<double> values;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(',', begin), text.size());
        const std::string entry = text.substr(begin, end - begin);
        const auto number = parseNumber(entry);
        if (!number)
            return problem(spec, "be numbers separated by commas",
                           inQuotes(entry) + " in " + inQuotes(text));
        if (!inRange(spec, *number))
            return problem(spec, "have entries that " + range(spec), entry);
        values.push_back(*number);
        begin = end + 1;
    }
    return ParameterValue(values);
}

} // namespace

std::string kindName(ParameterKind kind) {
    switch (kind) {
    case ParameterKind::real:
        return "real";
    case ParameterKind::integer:
        return "integer";
    case ParameterKind::choice:
        return "choice";
    case ParameterKind::toggle:
        return "switch";
    case ParameterKind::vector:
        return "vector";
    case ParameterKind::text:
        return "text";
    case ParameterKind::file:
        return "file";
    }
    return {};
}

std::string plainValue(const ParameterValue& value) {
    return std::visit(Overloaded{[](double number) { return plainNumber(number); },
                                 [](std::int64_t number) { return std::to_string(number); },
                                 [](bool on) { return std::string(on ? "on" : "off"); },
                                 [](const std::string& text) { return text; },
                                 [](const std::vector<double>& numbers) {
                                     std::string text;
                                     for (const double number : numbers)
                                         text += (text.empty() ? "" : ",") + plainNumber(number);
                                     return text;
                                 }},
                      value);
}

Reading parseValue(const ParameterSpec& spec, const std::string& text) {
    switch (spec.kind) {
    case ParameterKind::real:
        return readReal(spec, text);
    case ParameterKind::integer:
        return readInteger(spec, text);
    case ParameterKind::choice:
        return readChoice(spec, text);
    case ParameterKind::toggle:
        return readToggle(spec, text);
    case ParameterKind::vector:
        return readVector(spec, text);
    case ParameterKind::text:
    case ParameterKind::file:
        return ParameterValue(text);
    }
    return problem(spec, "have a known kind", inQuotes(text));
}

std::optional<Problem> checkValue(const ParameterSpec& spec, const ParameterValue& value) {
    if (value.index() != spec.defaultValue.index())
        return problem(spec, "be of kind " + kindName(spec.kind), inQuotes(plainValue(value)));
    const auto reading = parseValue(spec, plainValue(value));
    if (const auto* found = std::get_if<Problem>(&reading))
        return *found;
    return std::nullopt;
}

} // namespace plumbline
