#include "core/lab/command_text.h"

#include <algorithm>
#include <string_view>

namespace plumbline {

namespace {

bool needsQuotes(const std::string& word) {
    return word.empty() || !std::ranges::all_of(word, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      std::string_view("_@%+=:,./-").find(c) != std::string_view::npos;
           });
}

/// In single quotes, within which only the quote itself means anything.
std::string shellWord(const std::string& word) {
    if (!needsQuotes(word))
        return word;
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

} // namespace

std::string commandLineOf(const Scene& scene, const Lab& lab) {
    const Scene usual = defaultScene(lab);
    std::string command = "plumbline run " + shellWord(scene.lab);
    const auto add = [&](const std::string& option, const std::string& value) {
        command += " " + option + " " + shellWord(value);
    };
    ViewSettings view = scene.view;
    if (view.theme == ThemeChoice::light)
        view.theme.reset();
    if (view != usual.view)
        add("--scene", formatView(scene.lab, view));
    for (const auto& [name, value] : scene.parameters.entries()) {
        if (value != usual.parameters.value(name))
            add("--set", name + "=" + plainValue(value));
    }
    if (scene.seed != usual.seed)
        add("--seed", std::to_string(scene.seed));
    if (scene.trials != usual.trials)
        add("--trials", std::to_string(scene.trials));
    return command;
}

} // namespace plumbline
