#include "ui/charts/scatter_cloud.h"

#include "ui/charts/pixel_grid.h"

#include <QPixmap>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace plumbline {
namespace {

constexpr double kMarkerOpacity = 0.72; ///< of up to kFullPoints points
constexpr double kLeastOpacity = 0.2;
constexpr double kFullPoints = 300;

/// Fewer points than this are drawn at their exact place, not at the nearest pixel's.
constexpr qsizetype kFewPoints = 400;

/// Of one point in a cloud: visible alone, and five of them are nearly opaque.
constexpr double kLonePointOpacity = 0.38;
constexpr std::size_t kShades = 24;  ///< of opacity; so many points are opaque
constexpr double kCloudRadius = 1.3; ///< of a point, pixels

QPixmap stamp(const CloudGroup& group, double diameter, double scale) {
    const double room = diameter * 2;
    const int side = 2 * static_cast<int>(std::ceil(room * scale / 2)) + 1;
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(side / 2.0, side / 2.0);
    painter.scale(scale, scale);
    painter.fillPath(markerPath(group.shape, diameter), group.colour);
    return pixmap;
}

void paintStamps(QPainter& painter, const CloudGroup& group, double diameter) {
    const double scale = PixelGrid(painter).scale();
    const QPixmap pixmap = stamp(group, diameter, scale);
    const QRectF whole(QPointF(), QSizeF(pixmap.size()));
    QList<QPainter::PixmapFragment> fragments;
    fragments.reserve(group.points.size());
    for (const QPointF& point : group.points)
        fragments.append(QPainter::PixmapFragment::create(point, whole, 1 / scale, 1 / scale));
    painter.drawPixmapFragments(fragments.constData(), static_cast<int>(fragments.size()), pixmap);
}

void paintPaths(QPainter& painter, const CloudGroup& group, double diameter) {
    const QPainterPath path = markerPath(group.shape, diameter);
    for (const QPointF& point : group.points)
        painter.fillPath(path.translated(point), group.colour);
}

/// The colour of a pixel with 0, 1, 2 ... points on it.
std::array<QRgb, kShades> shadesOf(const QColor& colour) {
    std::array<QRgb, kShades> shades{};
    for (std::size_t count = 1; count < kShades; ++count) {
        const double opacity = 1 - std::pow(1 - kLonePointOpacity, static_cast<double>(count));
        const int alpha = static_cast<int>(std::lround(255 * opacity));
        shades[count] = qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha));
    }
    return shades;
}

/// Pixels that a point covers, relative to the one it lies on.
std::vector<std::pair<int, int>> footprint(double radius) {
    const int reach = static_cast<int>(std::ceil(radius));
    std::vector<std::pair<int, int>> offsets;
    for (int row = -reach; row <= reach; ++row) {
        for (int column = -reach; column <= reach; ++column) {
            if (std::hypot(row, column) <= radius)
                offsets.emplace_back(row, column);
        }
    }
    return offsets;
}

/// Many points overlap: the fainter each is, the longer density shows.
double opacityOf(double points) {
    const double thinned = kMarkerOpacity * std::sqrt(kFullPoints / std::max(points, kFullPoints));
    return std::max(thinned, kLeastOpacity);
}

std::vector<unsigned> countPoints(const CloudGroup& group, const QRectF& plot, double scale,
                                  int width, int height) {
    std::vector<unsigned> counts(static_cast<std::size_t>(width) *
                                 static_cast<std::size_t>(height));
    const auto offsets = footprint(kCloudRadius * scale);
    for (const QPointF& point : group.points) {
        const int column = static_cast<int>((point.x() - plot.left()) * scale);
        const int row = static_cast<int>((point.y() - plot.top()) * scale);
        for (const auto& [down, across] : offsets) {
            const int r = row + down;
            const int c = column + across;
            if (r >= 0 && r < height && c >= 0 && c < width)
                ++counts[static_cast<std::size_t>(r) * static_cast<std::size_t>(width) +
                         static_cast<std::size_t>(c)];
        }
    }
    return counts;
}

} // namespace

void paintMarkers(QPainter& painter, const QList<CloudGroup>& groups, double diameter) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    qsizetype points = 0;
    for (const CloudGroup& group : groups)
        points += group.points.size();
    painter.setOpacity(opacityOf(static_cast<double>(points)));
    for (const CloudGroup& group : groups) {
        if (isRaster(painter) && group.points.size() > kFewPoints)
            paintStamps(painter, group, diameter);
        else
            paintPaths(painter, group, diameter);
    }
    painter.restore();
}

QImage cloudImage(const QList<CloudGroup>& groups, const QRectF& plot, double scale) {
    const int width = std::max(1, static_cast<int>(std::ceil(plot.width() * scale)));
    const int height = std::max(1, static_cast<int>(std::ceil(plot.height() * scale)));
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QImage layer(width, height, QImage::Format_ARGB32_Premultiplied);
    for (const CloudGroup& group : groups) {
        const std::vector<unsigned> counts = countPoints(group, plot, scale, width, height);
        const std::array<QRgb, kShades> shades = shadesOf(group.colour);
        std::size_t at = 0;
        for (int row = 0; row < height; ++row) {
            auto* line = reinterpret_cast<QRgb*>(layer.scanLine(row));
            for (int column = 0; column < width; ++column, ++at) {
                line[column] = shades[std::min<std::size_t>(counts[at], kShades - 1)];
            }
        }
        painter.drawImage(0, 0, layer);
    }
    return image;
}

} // namespace plumbline
