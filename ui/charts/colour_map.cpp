#include "ui/charts/colour_map.h"

#include "ui/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

using Stops = std::array<QRgb, 9>;

/// Viridis (van der Walt and Smith, 2015) at equal steps.
constexpr Stops kViridis = {0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21908c,
                            0x27ad81, 0x5dc863, 0xaadc32, 0xfde725};

/// Blue to orange-red over white (after ColorBrewer's RdBu), lightness falling evenly to both ends.
constexpr Stops kDivergingLight = {0x2166ac, 0x4393c3, 0x92c5de, 0xd1e5f0, 0xf4f5f6,
                                   0xfddbc7, 0xf4a582, 0xd6604d, 0xb2182b};

/// The same over a dark neutral: on a dark card zero recedes and the ends shine.
constexpr Stops kDivergingDark = {0xa8d4ff, 0x62a9ea, 0x387bb8, 0x27506f, 0x2a3038,
                                  0x6b3f25, 0xb2642d, 0xea9450, 0xffcf9e};

QRgb between(const Stops& stops, double share) {
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto lower = std::min(stops.size() - 2, static_cast<std::size_t>(place));
    return blend(QColor(stops[lower]), QColor(stops[lower + 1]), place - static_cast<double>(lower))
        .rgb();
}

const Stops& stopsOf(ColourScale scale, const Theme& theme) {
    if (scale == ColourScale::sequential)
        return kViridis;
    return theme.choice == ThemeChoice::light ? kDivergingLight : kDivergingDark;
}

} // namespace

ColourMap::ColourMap(ColourScale scale, const Theme& theme, Limits limits)
    : m_limits(limits), m_binary(scale == ColourScale::binary) {
    if (m_binary) {
        m_table.fill(theme.simulated.rgb());
        m_table[0] = theme.grid.rgb();
        return;
    }
    const Stops& stops = stopsOf(scale, theme);
    for (std::size_t i = 0; i < kSteps; ++i)
        m_table[i] = between(stops, static_cast<double>(i) / (kSteps - 1));
}

QRgb ColourMap::at(double value) const {
    if (std::isnan(value))
        return 0;
    if (m_binary)
        return value == 0 ? m_table.front() : m_table.back();
    const double share = std::clamp((value - m_limits.low) / m_limits.span(), 0.0, 1.0);
    return m_table[static_cast<std::size_t>(std::lround(share * (kSteps - 1)))];
}

} // namespace plumbline
