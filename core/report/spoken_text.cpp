#include "core/report/spoken_text.h"

#include <array>
#include <cctype>
#include <string_view>
#include <utility>

namespace plumbline {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 32> kWords{{
    {"−", "minus"},    {"±", "plus or minus"},
    {"+", "plus"},     {"×", "times"},
    {"≈", "about"},    {"=", "equals"},
    {"<", "below"},    {">", "above"},
    {"≤", "at most"},  {"≥", "at least"},
    {"∞", "infinity"}, {"√", "the root of"},
    {"→", "to"},       {"~", "distributed as"},
    {"%", "percent"},  {"σ", "standard deviations"},
    {"α", "alpha"},    {"β", "beta"},
    {"γ", "gamma"},    {"δ", "delta"},
    {"ε", "epsilon"},  {"η", "eta"},
    {"θ", "theta"},    {"λ", "lambda"},
    {"μ", "mu"},       {"π", "pi"},
    {"ρ", "rho"},      {"Σ", "the sum of"},
    {"φ", "phi"},      {"χ", "chi"},
    {"x̂", "x hat"},    {"∂", "d"},
}};

constexpr std::array<std::string_view, 10> kSuperscripts = {"⁰", "¹", "²", "³", "⁴",
                                                            "⁵", "⁶", "⁷", "⁸", "⁹"};

/// Takes one superscript off the front: a digit, or '-'; 0 where there is none.
char takeSuperscript(std::string_view& text) {
    for (std::size_t digit = 0; digit < kSuperscripts.size(); ++digit) {
        if (text.starts_with(kSuperscripts[digit])) {
            text.remove_prefix(kSuperscripts[digit].size());
            return static_cast<char>('0' + digit);
        }
    }
    constexpr std::string_view kMinus = "⁻";
    if (!text.starts_with(kMinus))
        return 0;
    text.remove_prefix(kMinus.size());
    return '-';
}

/// "²" as "squared", any other exponent as "to the minus 4"; empty without one.
std::string takeExponent(std::string_view& text, bool ofTen) {
    std::string exponent;
    while (const char character = takeSuperscript(text))
        exponent += character == '-' ? std::string("minus ") : std::string(1, character);
    if (exponent.empty())
        return {};
    return exponent == "2" && !ofTen ? "squared" : "to the " + exponent;
}

/// Puts a word into the text, apart from what stands on its left; a hyphen joins.
void append(std::string& spoken, std::string_view word) {
    if (word != "-" && !spoken.empty() && spoken.back() != ' ' && spoken.back() != '(')
        spoken += ' ';
    spoken += word;
}

/// The word for the symbol at the front, which it takes off; empty without one.
std::string_view takeSymbol(std::string_view& text) {
    for (const auto& [symbol, word] : kWords) {
        if (text.starts_with(symbol)) {
            text.remove_prefix(symbol.size());
            return word;
        }
    }
    return {};
}

/// A dash between two numbers is "to"; between words it is a hyphen.
std::string takeDash(std::string_view& text, const std::string& before) {
    constexpr std::string_view kDash = "–";
    if (!text.starts_with(kDash))
        return {};
    const auto last = before.find_last_not_of(' ');
    const bool number = last != before.npos && before[last] >= '0' && before[last] <= '9';
    text.remove_prefix(kDash.size());
    while (number && text.starts_with(' '))
        text.remove_prefix(1);
    return number ? "to" : "-";
}

bool goesOnWithout(std::string_view text) {
    return text.empty() || std::string_view(" ,.;:()").find(text.front()) != text.npos;
}

} // namespace

std::string spokenText(const std::string& text) {
    std::string spoken;
    std::string_view rest = text;
    while (!rest.empty()) {
        constexpr std::string_view kDot = " · ";
        if (rest.starts_with(kDot)) {
            rest.remove_prefix(kDot.size());
            spoken += ", ";
            continue;
        }
        std::string word = takeExponent(rest, spoken.ends_with("10"));
        if (word.empty())
            word = takeDash(rest, spoken);
        if (word.empty())
            word = takeSymbol(rest);
        if (!word.empty()) {
            append(spoken, word);
            spoken += word == "-" || goesOnWithout(rest) ? "" : " ";
        } else {
            spoken += rest.front();
            rest.remove_prefix(1);
        }
    }
    return spoken;
}

} // namespace plumbline
