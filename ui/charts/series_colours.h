#pragma once

#include "core/report/figure.h"
#include "ui/theme/theme.h"

#include <QColor>

#include <vector>

namespace plumbline {

/**
 * One colour a series: the role's own for the first series of a role, then the further categories,
 * passing over those too like a colour that is already taken.
 */
std::vector<QColor> seriesColours(const std::vector<const Series*>& series, const Theme& theme);

/// The role's colour; a marker is muted.
QColor roleColour(SeriesRole role, const Theme& theme);

} // namespace plumbline
