#include "ui/window/page_layout.h"

#include "ui/theme/theme.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr int kGap = spacing::kMedium;
constexpr int kMargin = spacing::kMedium;
constexpr int kMainHeight = 300;      ///< the least that still shows bars and residuals
constexpr int kSecondaryHeight = 184; ///< the least of a figure in a row
constexpr int kStackedHeight = 220;   ///< the least of a figure that has the width to itself
constexpr int kSecondaryWidth = 250;
constexpr double kSecondaryShare = 0.36; ///< of the height of all figures, in a row
constexpr double kMainShare = 0.64;      ///< of the width, with figures beside it
constexpr int kTallestSecondary = 340;

/// A grid of equal cells; the last row's cells share its whole width.
void addGrid(std::vector<QRect>& cells, const QRect& area, int count, int columns) {
    const int rows = (count + columns - 1) / columns;
    for (int i = 0; i < count; ++i) {
        const int row = i / columns;
        const int inRow = std::min(columns, count - row * columns);
        const int column = i % columns;
        const auto edge = [](int start, int length, int index, int total) {
            return start + (length + kGap) * index / total;
        };
        const int left = edge(area.left(), area.width(), column, inRow);
        const int right = edge(area.left(), area.width(), column + 1, inRow) - kGap;
        const int top = edge(area.top(), area.height(), row, rows);
        const int bottom = edge(area.top(), area.height(), row + 1, rows) - kGap;
        cells.push_back({left, top, right - left, bottom - top});
    }
}

int gridHeight(int rows, int rowHeight) {
    return rows * (rowHeight + kGap) - kGap;
}

int gridWidth(int columns, int columnWidth) {
    return columns * (columnWidth + kGap) - kGap;
}

/// In how many columns figures fit beside the main one; 0 when they do not.
int columnsBeside(const QRect& area, int others) {
    const int room = static_cast<int>(area.width() * (1 - kMainShare)) - kGap;
    for (int columns = 1; columns <= 2; ++columns) {
        const int rows = (others + columns - 1) / columns;
        if (room >= gridWidth(columns, kSecondaryWidth) &&
            std::max(area.height(), kMainHeight) >= gridHeight(rows, kSecondaryHeight))
            return columns;
    }
    return 0;
}

/// All figures in the area, which grows downwards if it must; returns the height used.
int placeBeside(std::vector<QRect>& cells, const QRect& area, int others, int columns) {
    const int height = std::max(area.height(), kMainHeight);
    const int mainWidth = static_cast<int>(area.width() * kMainShare);
    cells.push_back({area.left(), area.top(), mainWidth, height});
    addGrid(cells,
            {area.left() + mainWidth + kGap, area.top(), area.width() - mainWidth - kGap, height},
            others, columns);
    return height;
}

int placeBeneath(std::vector<QRect>& cells, const QRect& area, int others) {
    if (others == 0) {
        const int height = std::max(area.height(), kMainHeight);
        cells.push_back({area.left(), area.top(), area.width(), height});
        return height;
    }
    const int fitting = std::clamp((area.width() + kGap) / (kSecondaryWidth + kGap), 1, others);
    const int rows = (others + fitting - 1) / fitting;
    const int columns = (others + rows - 1) / rows;
    const int least = columns == 1 ? kStackedHeight : kSecondaryHeight;
    const int wanted = static_cast<int>(area.height() * kSecondaryShare) / rows;
    const int rowHeight = std::clamp(wanted, least, kTallestSecondary);
    const int gridSpace = gridHeight(rows, rowHeight);
    const int mainHeight = std::max(area.height() - gridSpace - kGap, kMainHeight);
    cells.push_back({area.left(), area.top(), area.width(), mainHeight});
    addGrid(cells, {area.left(), area.top() + mainHeight + kGap, area.width(), gridSpace}, others,
            columns);
    return mainHeight + kGap + gridSpace;
}

} // namespace

PageLayout layOutPage(QSize size, const PageParts& parts) {
    PageLayout layout;
    const int width = std::max(1, size.width() - 2 * kMargin);
    int top = kMargin;
    const auto placeLine = [&](QRect& line, int height) {
        if (height <= 0)
            return;
        line = {kMargin, top, width, height};
        top += height + kGap;
    };
    placeLine(layout.heading, parts.headingHeight);
    placeLine(layout.banner, parts.bannerHeight);
    if (parts.figures > 0) {
        const int below = parts.tableHeight > 0 ? parts.tableHeight + kGap : 0;
        const QRect area(kMargin, top, width, std::max(0, size.height() - top - below - kMargin));
        const int others = parts.figures - 1;
        const bool wide = size.width() >= kWidePage && others > 0;
        const int columns = wide ? columnsBeside(area, others) : 0;
        top += kGap + (columns > 0 ? placeBeside(layout.figures, area, others, columns)
                                   : placeBeneath(layout.figures, area, others));
    }
    placeLine(layout.table, parts.tableHeight);
    layout.height = top - kGap + kMargin;
    return layout;
}

} // namespace plumbline
