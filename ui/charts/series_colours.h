#pragma once

#include "core/report/figure.h"
#include "ui/theme/theme.h"

#include <QColor>

#include <vector>

namespace plumbline {

/**
 * One colour a series: the role's own for the first line and for the first points of a role, which
 * belong together; then the further categories, passing over those too like a colour already taken.
 */
std::vector<QColor> seriesColours(const std::vector<const Series*>& series, const Theme& theme);

/// So many further categories, as unlike one another and the colours taken as there are.
std::vector<QColor> categoryColours(std::size_t count, std::vector<QColor> taken,
                                    const Theme& theme);

/// The role's colour; a marker is muted.
QColor roleColour(SeriesRole role, const Theme& theme);

} // namespace plumbline
