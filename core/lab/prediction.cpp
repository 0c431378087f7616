#include "core/lab/prediction.h"

#include "core/report/number_format.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace plumbline {

namespace {

constexpr std::size_t kMostAnswers = 4;
constexpr int kDigits = 3;

bool standsApart(double a, double b) {
    const auto [smaller, larger] = std::minmax({std::fabs(a), std::fabs(b)});
    return larger > kLeastRatio * smaller &&
           formatNumber(smaller, kDigits) != formatNumber(larger, kDigits);
}

/// FNV-1a with the last mixing of SplitMix64: the same on every machine, unlike std::hash.
std::uint64_t hashOf(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char character : text)
        hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001b3U;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
    return hash ^ (hash >> 31);
}

std::string textOf(const Parameters& parameters) {
    std::string text;
    for (const auto& [name, value] : parameters.entries())
        text += name + "=" + plainValue(value) + "&";
    return text;
}

Answer answer(const NumberAnswer& number, bool correct) {
    return {number.id, formatNumber(number.value, kDigits), correct, number.why};
}

} // namespace

Prediction numberPrediction(std::string question, const NumberAnswer& correct,
                            const std::vector<NumberAnswer>& tempting,
                            const Parameters& parameters) {
    Prediction prediction{std::move(question), {answer(correct, true)}};
    std::vector<double> values = {correct.value};
    for (const NumberAnswer& number : tempting) {
        if (values.size() == kMostAnswers)
            break;
        if (!std::ranges::all_of(values,
                                 [&](double value) { return standsApart(value, number.value); }))
            continue;
        values.push_back(number.value);
        prediction.answers.push_back(answer(number, false));
    }
    const std::string salt = textOf(parameters);
    std::ranges::sort(prediction.answers, {},
                      [&](const Answer& shuffled) { return hashOf(salt + shuffled.id); });
    return prediction;
}

} // namespace plumbline
