#include "app/verdict_text.h"

#include "core/report/verdict_row.h"

#include <algorithm>
#include <array>

namespace plumbline {

namespace {

constexpr std::size_t kColumns = 5; // the note follows without a width

using Row = std::array<std::string, kColumns + 1>;

/// Characters, not bytes: continuation bytes of UTF-8 do not count.
std::size_t width(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

bool alignsRight(std::size_t column) {
    return column >= 1 && column <= 3;
}

std::string cell(const std::string& text, std::size_t columnWidth, bool right) {
    const std::string space(columnWidth - width(text), ' ');
    return right ? space + text : text + space;
}

} // namespace

std::string verdictText(const std::vector<Verdict>& verdicts) {
    std::vector<Row> rows = {{"quantity", "simulated", "theory", "z", "verdict", ""}};
    for (const auto& verdict : verdicts) {
        const VerdictRow row = verdictRow(verdict);
        rows.push_back({row.quantity, row.simulated, row.theory, row.z, row.word, row.note});
    }
    std::array<std::size_t, kColumns> widths{};
    for (const auto& row : rows)
        for (std::size_t column = 0; column < kColumns; ++column)
            widths[column] = std::max(widths[column], width(row[column]));
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t column = 0; column < kColumns; ++column)
            line += cell(row[column], widths[column], alignsRight(column)) + "  ";
        line += row[kColumns];
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

} // namespace plumbline
