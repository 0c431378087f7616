#include "core/lab/origin_caption.h"

#include "core/lab/version.h"
#include "core/report/number_format.h"

#include <algorithm>

namespace plumbline {

namespace {

std::string choiceTitle(const ParameterSpec& spec, const std::string& id) {
    const auto found = std::ranges::find(spec.choices, id, &Choice::id);
    return found == spec.choices.end() ? id : found->title;
}

std::string valueText(const ParameterSpec& spec, const ParameterValue& value) {
    if (const auto* real = std::get_if<double>(&value))
        return formatNumber(*real);
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return formatCount(*integer);
    if (spec.kind == ParameterKind::choice)
        return choiceTitle(spec, std::get<std::string>(value));
    return plainValue(value);
}

bool isNumeric(const ParameterSpec& spec) {
    return spec.kind == ParameterKind::real || spec.kind == ParameterKind::integer ||
           spec.kind == ParameterKind::vector;
}

std::string parameterPart(const ParameterSpec& spec, const ParameterValue& value) {
    const std::string name = spec.symbol.empty() ? spec.title : spec.symbol;
    return name + (isNumeric(spec) ? " = " : ": ") + valueText(spec, value);
}

std::string trialsPart(const Report& report) {
    const std::string done = formatCount(report.trials);
    if (report.trials == report.plannedTrials)
        return done + (report.trials == 1 ? " trial" : " trials");
    return done + " of " + formatCount(report.plannedTrials) + " trials";
}

bool isWordCharacter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a word or a number goes on over the edge between the two places.
bool continues(const std::string& text, std::size_t edge) {
    const auto isWord = [&](std::size_t at) {
        return at < text.size() && isWordCharacter(text[at]);
    };
    const auto isSeparator = [&](std::size_t at) {
        return at < text.size() && (text[at] == '.' || text[at] == ',');
    };
    if (edge == 0 || edge >= text.size())
        return false;
    return (isWord(edge - 1) && isWord(edge)) ||
           (isWord(edge - 1) && isSeparator(edge) && isWord(edge + 1)) ||
           (edge >= 2 && isWord(edge - 2) && isSeparator(edge - 1) && isWord(edge));
}

bool says(const std::string& text, const std::string& part) {
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
        if (!continues(text, at) && !continues(text, at + part.size()))
            return true;
    }
    return false;
}

} // namespace

std::vector<std::string> originParts(const Report& report, const LabDescription& lab) {
    std::vector<std::string> parts;
    for (const ParameterSpec& spec : lab.parameters) {
        const ParameterValue& value = report.parameters.value(spec.name);
        const bool telling = isNumeric(spec) || value != spec.defaultValue;
        if (telling && applies(spec, report.parameters))
            parts.push_back(parameterPart(spec, value));
    }
    parts.push_back(trialsPart(report));
    parts.push_back("seed " + std::to_string(report.seed));
    parts.push_back(std::string("Plumbline ") + version());
    return parts;
}

std::vector<std::string> partsNotIn(const std::string& text,
                                    const std::vector<std::string>& parts) {
    std::vector<std::string> missing;
    for (const std::string& part : parts) {
        if (!says(text, part))
            missing.push_back(part);
    }
    return missing;
}

} // namespace plumbline
