#pragma once

#include <QRect>
#include <QSize>

#include <vector>

namespace plumbline {

/// What a page has to place.
struct PageParts {
    int figures = 0;
    int headingHeight = 0; ///< 0: no heading line
    int bannerHeight = 0;  ///< 0: no error banner
    int tableHeight = 0;   ///< 0: no verdict table
};

struct PageLayout {
    QRect heading;
    QRect banner;
    std::vector<QRect> figures; ///< the first one is the main figure
    QRect table;
    int height = 0; ///< of everything with its margins; more than was given where it does not fit
};

/**
 * Where the cards of a page stand. The first figure is large; the others stand in a row beneath it,
 * beside it on wide pages, and in one column on narrow ones. The table is last. Height beyond what
 * the cards need is shared between them; where there is less, the page is higher than asked.
 */
PageLayout layOutPage(QSize size, const PageParts& parts);

/// From this page width on the secondary figures stand beside the main one.
inline constexpr int kWidePage = 1200;

} // namespace plumbline
