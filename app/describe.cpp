#include "app/describe.h"

#include "core/lab/text.h"
#include "core/report/number_format.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::size_t kTextWidth = 96;

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width > text.size() ? width - text.size() : 1, ' ');
}

/// The words of text in lines of kTextWidth, each indented.
std::string wrapped(const std::string& text, std::size_t indent) {
    std::string result;
    std::string line;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find(' ', begin), text.size());
        const std::string word = text.substr(begin, end - begin);
        if (!line.empty() && indent + line.size() + 1 + word.size() > kTextWidth) {
            result += std::string(indent, ' ') + line + "\n";
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
        begin = end + 1;
    }
    return result + std::string(indent, ' ') + line + "\n";
}

std::string rangeText(const ParameterSpec& spec) {
    if (!spec.choices.empty()) {
        std::vector<std::string> ids;
        for (const auto& choice : spec.choices)
            ids.push_back(choice.id);
        return joined(ids, ", ");
    }
    switch (spec.kind) {
    case ParameterKind::real:
    case ParameterKind::integer:
    case ParameterKind::vector:
        return "[" + compactNumber(spec.minimum) + ", " + compactNumber(spec.maximum) + "]" +
               (spec.scale == ParameterScale::logarithmic ? ", logarithmic slider" : "");
    case ParameterKind::toggle:
        return "on, off";
    default:
        return "";
    }
}

std::string parameterText(const ParameterSpec& spec) {
    std::string text = "  " + padded(spec.name, 14) + kindName(spec.kind) + ", default " +
                       plainValue(spec.defaultValue) + "; " + rangeText(spec) + "\n";
    text += wrapped(spec.title + ": " + spec.description, 16);
    if (spec.applies)
        text += wrapped("Only where " + spec.applies->parameter + " is " +
                            joined(spec.applies->values, " or ") + ".",
                        16);
    return text;
}

std::string presetText(const Preset& preset) {
    std::string values;
    for (const auto& [name, value] : preset.values)
        values += " --set " + name + "=" + plainValue(value);
    if (preset.trials)
        values += " --trials " + plainNumber(static_cast<double>(*preset.trials));
    return "  " + padded(preset.id, 14) + preset.title + "\n" + wrapped(preset.description, 16) +
           "               " + values + "\n";
}

std::string verdictText(const VerdictDescription& verdict) {
    std::string text = "  " + padded(verdict.id, 24) +
                       (verdict.kind == VerdictKind::check ? "check" : "comparison") + "\n" +
                       wrapped(verdict.description, 16);
    for (const auto& reason : verdict.undeterminedWhen)
        text += wrapped("Undetermined: " + reason, 16);
    return text;
}

} // namespace

std::string labsText(const std::vector<const Lab*>& labs) {
    std::string text;
    std::string group;
    for (const Lab* lab : labs) {
        const auto& description = lab->description();
        if (description.group != group)
            text += (text.empty() ? "" : "\n") + description.group + "\n";
        group = description.group;
        text += "  " + padded(description.id, 24) + description.title + "\n";
    }
    return text;
}

std::string describeText(const LabDescription& lab) {
    std::string text = lab.title + " (" + lab.id + ")\n" + wrapped(lab.summary, 2) +
                       "\nTrials: one trial is " + lab.trial + "; default " +
                       formatCount(lab.defaultTrials) + ", from 1 to 1e12.\n\nParameters\n";
    for (const auto& spec : lab.parameters)
        text += parameterText(spec);
    text += "\nPresets\n";
    for (const auto& preset : lab.presets)
        text += presetText(preset);
    text += "\nFigures\n";
    for (const auto& figure : lab.figures)
        text += "  " + padded(figure.id, 24) + figure.kind + ": " + figure.title + "\n" +
                wrapped(figure.description, 16);
    text += "\nVerdicts\n";
    for (const auto& verdict : lab.verdicts)
        text += verdictText(verdict);
    text += "\nArrays\n";
    for (const auto& array : lab.arrays)
        text += "  " + padded(array.name + " " + array.shape, 24) + array.description + "\n";
    return text;
}

} // namespace plumbline
