#include "core/lab/view_settings.h"

#include "core/lab/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace plumbline {

namespace {

using Outcome = std::variant<ViewReading, Problem>;

constexpr std::size_t kMostGuessNumbers = 8192;
constexpr std::array<std::string_view, 7> kHideable{"simulated", "law",     "alternative", "band",
                                                    "marker",    "ellipse", "arrows"};
constexpr std::array kAxesNames{std::pair{AxesMode::automatic, "auto"},
                                std::pair{AxesMode::locked, "locked"},
                                std::pair{AxesMode::theory, "theory"}};

Problem mustBe(const std::string& key, const std::string& rule, const std::string& value) {
    return {"view." + key, "view." + key + " must be " + rule + ", got " + inQuotes(value)};
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == ',')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

/// All finite, or nothing.
std::optional<std::vector<double>> numbersIn(const std::string& text) {
    std::vector<double> numbers;
    for (const std::string& part : split(text)) {
        const auto number = parseNumber(part);
        if (!number || !std::isfinite(*number))
            return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

/// Letters, digits and hyphens: what ids and series keys are made of.
bool isWord(const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

Outcome readTheme(const std::string& value, ViewSettings& view) {
    const auto theme = themeNamed(value);
    if (!theme)
        return Problem{"view.theme", "view.theme must be one of light, dark, got " +
                                         inQuotes(value) + suggestion(value, {"light", "dark"})};
    view.theme = theme;
    return ViewReading::taken;
}

Outcome readAxes(const std::string& value, ViewSettings& view) {
    for (const auto& [mode, name] : kAxesNames) {
        if (value != name)
            continue;
        view.axes = mode;
        return ViewReading::taken;
    }
    return mustBe("axes", "one of auto, locked, theory", value);
}

Outcome readRange(const std::string& key, const std::string& value,
                  std::optional<AxisRange>& range) {
    const auto ends = numbersIn(value);
    const bool valid = ends && ends->size() == 2 && (*ends)[0] < (*ends)[1] &&
                       std::isfinite((*ends)[1] - (*ends)[0]);
    if (!valid)
        return mustBe(key, "two finite numbers low,high with low < high", value);
    range = AxisRange{(*ends)[0], (*ends)[1]};
    return ViewReading::taken;
}

/// "law" of "law-2"; the text itself where it does not end in a number from 2.
std::string withoutNumber(const std::string& key) {
    const auto hyphen = key.rfind('-');
    const auto number = hyphen == key.npos ? std::nullopt : parseInteger(key.substr(hyphen + 1));
    return number && *number >= 2 ? key.substr(0, hyphen) : key;
}

Outcome readHidden(const std::string& key, const std::string& value,
                   std::set<std::string>& hidden) {
    const auto keys = split(value);
    const auto known = [](const std::string& each) {
        return std::ranges::find(kHideable, withoutNumber(each)) != kHideable.end();
    };
    if (!std::ranges::all_of(keys, known))
        return mustBe(key,
                      "a list of simulated, law, alternative, band, marker, ellipse, arrows, with "
                      "-2 for the second of a kind",
                      value);
    hidden = {keys.begin(), keys.end()};
    return ViewReading::taken;
}

Outcome readSwitch(const std::string& value, bool& target) {
    if (value != "on" && value != "off")
        return mustBe("predict", "on or off", value);
    target = value == "on";
    return ViewReading::taken;
}

Outcome readGuess(const std::string& value, ViewSettings& view) {
    const auto numbers = numbersIn(value);
    bool valid = numbers && numbers->size() % 2 == 0 && numbers->size() <= kMostGuessNumbers;
    for (std::size_t i = 2; valid && i < numbers->size(); i += 2)
        valid = (*numbers)[i] > (*numbers)[i - 2];
    if (!valid)
        return mustBe("guess", "at most 4096 pairs x,y with increasing x", value);
    view.guess.clear();
    for (std::size_t i = 0; i < numbers->size(); i += 2)
        view.guess.emplace_back((*numbers)[i], (*numbers)[i + 1]);
    return ViewReading::taken;
}

/// Keys of the form "x.ID".
Outcome readOfFigure(const std::string& key, const std::string& value,
                     const std::vector<std::string>& figureIds, ViewSettings& view) {
    const auto dot = key.find('.');
    const std::string what = key.substr(0, dot);
    const std::string id = dot == key.npos ? "" : key.substr(dot + 1);
    if ((what != "x" && what != "y" && what != "hide") || id.empty())
        return ViewReading::unknownKey;
    if (std::ranges::find(figureIds, id) == figureIds.end())
        return Problem{"view." + key,
                       "view." + key + " names no figure of this lab" + suggestion(id, figureIds)};
    FigureSettings settings = view.of(id);
    Outcome outcome = what == "hide" ? readHidden(key, value, settings.hidden)
                                     : readRange(key, value, what == "x" ? settings.x : settings.y);
    view.set(id, settings);
    return outcome;
}

std::string rangeText(const AxisRange& range) {
    return plainNumber(range.low) + "," + plainNumber(range.high);
}

std::string listText(const std::set<std::string>& keys) {
    std::string text;
    for (const std::string& key : keys)
        text += (text.empty() ? "" : ",") + key;
    return text;
}

std::string guessText(const std::vector<std::pair<double, double>>& guess) {
    std::string text;
    for (const auto& [x, y] : guess)
        text += (text.empty() ? "" : ",") + plainNumber(x) + "," + plainNumber(y);
    return text;
}

} // namespace

FigureSettings ViewSettings::of(const std::string& figureId) const {
    const auto found = figures.find(figureId);
    return found == figures.end() ? FigureSettings() : found->second;
}

void ViewSettings::set(const std::string& figureId, const FigureSettings& settings) {
    if (settings == FigureSettings())
        figures.erase(figureId);
    else
        figures[figureId] = settings;
}

std::string themeName(ThemeChoice theme) {
    return theme == ThemeChoice::dark ? "dark" : "light";
}

std::optional<ThemeChoice> themeNamed(const std::string& text) {
    if (text == "light")
        return ThemeChoice::light;
    return text == "dark" ? std::optional(ThemeChoice::dark) : std::nullopt;
}

std::vector<std::pair<std::string, std::string>> viewEntries(const ViewSettings& view) {
    std::map<std::string, std::string> entries;
    if (view.theme)
        entries["theme"] = themeName(*view.theme);
    for (const auto& [mode, name] : kAxesNames)
        if (view.axes == mode && mode != AxesMode::automatic)
            entries["axes"] = name;
    if (!view.figure.empty())
        entries["figure"] = view.figure;
    for (const auto& [id, settings] : view.figures) {
        if (settings.x)
            entries["x." + id] = rangeText(*settings.x);
        if (settings.y)
            entries["y." + id] = rangeText(*settings.y);
        if (!settings.hidden.empty())
            entries["hide." + id] = listText(settings.hidden);
    }
    if (view.predicting)
        entries["predict"] = "on";
    if (!view.guess.empty())
        entries["guess"] = guessText(view.guess);
    if (!view.answer.empty())
        entries["answer"] = view.answer;
    return {entries.begin(), entries.end()};
}

Outcome readViewEntry(const std::string& key, const std::string& value,
                      const std::vector<std::string>& figureIds, ViewSettings& view) {
    if (key == "theme")
        return readTheme(value, view);
    if (key == "axes")
        return readAxes(value, view);
    if (key == "predict")
        return readSwitch(value, view.predicting);
    if (key == "guess")
        return readGuess(value, view);
    if (key == "answer") {
        if (!isWord(value))
            return mustBe(key, "an answer's id", value);
        view.answer = value;
        return ViewReading::taken;
    }
    if (key != "figure")
        return readOfFigure(key, value, figureIds, view);
    if (std::ranges::find(figureIds, value) == figureIds.end())
        return Problem{"view.figure", "view.figure must be a figure of this lab, got " +
                                          inQuotes(value) + suggestion(value, figureIds)};
    view.figure = value;
    return ViewReading::taken;
}

} // namespace plumbline
