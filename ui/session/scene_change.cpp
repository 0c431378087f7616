#include "ui/session/scene_change.h"

#include "core/lab/text.h"
#include "ui/controls/number_text.h"
#include "ui/controls/shown_value.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {
namespace {

constexpr qsizetype kLongestValue = 24;
constexpr std::size_t kMostNames = 3;

QString cut(const QString& text) {
    return text.size() <= kLongestValue ? text : text.left(kLongestValue - 1) + QStringLiteral("…");
}

const ParameterSpec* specOf(const LabDescription& lab, const std::string& name) {
    const auto found = std::ranges::find(lab.parameters, name, &ParameterSpec::name);
    return found == lab.parameters.end() ? nullptr : &*found;
}

QString nameOf(const LabDescription& lab, const std::string& name) {
    const ParameterSpec* spec = specOf(lab, name);
    return spec ? shortName(*spec) : QString::fromStdString(name);
}

QString valueOf(const LabDescription& lab, const Scene& scene, const std::string& name) {
    if (const ParameterSpec* spec = specOf(lab, name))
        return cut(shownValue(*spec, scene.parameters.value(name)));
    return countText(name == "trials" ? scene.trials : static_cast<std::int64_t>(scene.seed));
}

} // namespace

std::vector<std::string> changedNames(const Scene& before, const Scene& after) {
    std::vector<std::string> names;
    for (const auto& [name, value] : after.parameters.entries())
        if (before.parameters.value(name) != value)
            names.push_back(name);
    if (before.seed != after.seed)
        names.emplace_back("seed");
    if (before.trials != after.trials)
        names.emplace_back("trials");
    return names;
}

QString describeChange(const LabDescription& lab, const Scene& before, const Scene& after) {
    const auto names = changedNames(before, after);
    if (names.empty())
        return {};
    if (names.size() == 1)
        return QStringLiteral("%1 %2 → %3")
            .arg(nameOf(lab, names[0]), valueOf(lab, before, names[0]),
                 valueOf(lab, after, names[0]));
    if (names.size() > kMostNames)
        return QCoreApplication::translate("SceneChange", "%1 values").arg(names.size());
    std::vector<std::string> shown;
    for (const std::string& name : names)
        shown.push_back(nameOf(lab, name).toStdString());
    return QString::fromStdString(joined(shown, " and "));
}

} // namespace plumbline
