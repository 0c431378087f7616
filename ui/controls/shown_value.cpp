#include "ui/controls/shown_value.h"

#include "ui/controls/number_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace plumbline {
namespace {

QString shownText(const ParameterSpec& spec, const std::string& text) {
    const auto choice = std::ranges::find(spec.choices, text, &Choice::id);
    if (choice != spec.choices.end())
        return QString::fromStdString(choice->title);
    if (text.empty())
        return QCoreApplication::translate("ShownValue", "nothing");
    const QString shown = QString::fromStdString(text);
    return spec.kind == ParameterKind::file ? QFileInfo(shown).fileName() : shown;
}

} // namespace

QString shortName(const ParameterSpec& spec) {
    return QString::fromStdString(spec.symbol.empty() ? spec.title : spec.symbol);
}

QString shownValue(const ParameterSpec& spec, const ParameterValue& value) {
    if (const auto* real = std::get_if<double>(&value))
        return valueText(*real,
                         spec.scale == ParameterScale::linear ? decimalsOfStep(spec.step) : 0);
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return countText(*whole);
    if (const auto* text = std::get_if<std::string>(&value))
        return shownText(spec, *text);
    return QString::fromStdString(plainValue(value));
}

} // namespace plumbline
