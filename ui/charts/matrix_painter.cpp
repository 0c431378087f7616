#include "ui/charts/matrix_painter.h"

#include "core/report/number_format.h"
#include "ui/charts/pixel_grid.h"
#include "ui/theme/contrast.h"
#include "ui/theme/tabular.h"

#include <QImage>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kGapShare = 0.2;    ///< of a tile's side
constexpr double kGapFrom = 4;       ///< smaller tiles touch
constexpr double kRoundedFrom = 8;   ///< smaller tiles have square corners
constexpr double kRadiusShare = 0.2; ///< of a tile's side without its gap
constexpr std::size_t kMostRectangles = 64 * 64;
constexpr std::size_t kMostNumbers = 144;
constexpr double kVectorDensity = 8; ///< most pixels a unit of an image among vectors

double cellWidth(const Matrix& matrix, const QRectF& cells) {
    return cells.width() / static_cast<double>(std::max<std::size_t>(1, matrix.columns));
}

double cellHeight(const Matrix& matrix, const QRectF& cells) {
    return cells.height() / static_cast<double>(std::max<std::size_t>(1, matrix.rows));
}

/// Calls visit(value, rectangle) for each cell that is there.
template <typename Visit>
void forEachCell(const Matrix& matrix, const QRectF& cells, Visit visit) {
    const double width = cellWidth(matrix, cells);
    const double height = cellHeight(matrix, cells);
    for (std::size_t row = 0; row < matrix.rows; ++row) {
        for (std::size_t column = 0; column < matrix.columns; ++column) {
            const double value = matrix.values[row * matrix.columns + column];
            if (!std::isnan(value))
                visit(value,
                      QRectF(cells.left() + static_cast<double>(column) * width,
                             cells.top() + static_cast<double>(row) * height, width, height));
        }
    }
}

QImage imageOf(const Matrix& matrix, const ColourMap& colours) {
    QImage image(static_cast<int>(matrix.columns), static_cast<int>(matrix.rows),
                 QImage::Format_ARGB32_Premultiplied);
    std::size_t at = 0;
    for (int row = 0; row < image.height(); ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = 0; column < image.width(); ++column)
            line[column] = colours.at(matrix.values[at++]);
    }
    return image;
}

void paintRectangles(QPainter& painter, const QList<QRectF>& rectangles, QRgb colour) {
    painter.setBrush(QColor(colour));
    painter.drawRects(rectangles);
}

/// Snapped to pixels with the same gap everywhere, so that no tile looks thinner than its
/// neighbour.
QRectF tileIn(const QRectF& cell, const PixelGrid& grid, double gap) {
    const QRectF snapped = grid.snap(cell);
    return snapped.adjusted(0, 0, -gap, -gap);
}

} // namespace

void paintTiles(QPainter& painter, const Matrix& matrix, const QRectF& cells,
                const ColourMap& colours) {
    const double side = cellWidth(matrix, cells);
    if (matrix.rows * matrix.columns > kMostRectangles || side < 2) {
        paintCells(painter, matrix, cells, colours);
        return;
    }
    const PixelGrid grid(painter);
    const double gap = side < kGapFrom ? 0 : std::max(grid.pixel(), grid.snap(side * kGapShare));
    QList<QRectF> filled;
    QList<QRectF> empty;
    forEachCell(matrix, cells, [&](double value, const QRectF& cell) {
        (value == 0 ? empty : filled).append(tileIn(cell, grid, gap));
    });
    const bool rounded = side >= kRoundedFrom;
    painter.setRenderHint(QPainter::Antialiasing, rounded);
    painter.setPen(Qt::NoPen);
    const auto paint = [&](const QList<QRectF>& tiles, QRgb colour) {
        if (!rounded) {
            paintRectangles(painter, tiles, colour);
            return;
        }
        const double radius = std::min(4.0, (side - gap) * kRadiusShare);
        painter.setBrush(QColor(colour));
        for (const QRectF& tile : tiles)
            painter.drawRoundedRect(tile, radius, radius);
    };
    paint(empty, colours.at(0));
    paint(filled, colours.at(1));
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void paintCells(QPainter& painter, const Matrix& matrix, const QRectF& cells,
                const ColourMap& colours) {
    if (matrix.values.empty())
        return;
    const PixelGrid grid(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!isRaster(painter) && matrix.rows * matrix.columns <= kMostRectangles) {
        forEachCell(matrix, cells, [&](double value, const QRectF& cell) {
            painter.fillRect(grid.snap(cell), QColor(colours.at(value)));
        });
    } else {
        const QRectF place = grid.snap(cells);
        QImage image = imageOf(matrix, colours);
        const double density = isRaster(painter) ? grid.scale() : kVectorDensity;
        const QSize pixels = (place.size() * density).toSize();
        if (image.width() > pixels.width() || image.height() > pixels.height())
            image = image.scaled(pixels.expandedTo({1, 1}), Qt::IgnoreAspectRatio,
                                 Qt::SmoothTransformation);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(place, image);
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void paintCellValues(QPainter& painter, const Matrix& matrix, const QRectF& cells,
                     const ColourMap& colours, const Theme& theme) {
    if (matrix.rows * matrix.columns > kMostNumbers || cellHeight(matrix, cells) < 18)
        return;
    bool fits = true;
    forEachCell(matrix, cells, [&](double value, const QRectF& cell) {
        const QString text = QString::fromStdString(formatNumber(value, 3));
        fits = fits && tabularWidth(type::ticks(), text) + 8 <= cell.width();
    });
    if (!fits)
        return;
    painter.setFont(type::ticks());
    forEachCell(matrix, cells, [&](double value, const QRectF& cell) {
        const QColor paper(colours.at(value));
        const bool cardIsBetter =
            contrastRatio(theme.card, paper) > contrastRatio(theme.text, paper);
        painter.setPen(cardIsBetter ? theme.card : theme.text);
        drawTabular(painter, cell, Qt::AlignHCenter | Qt::AlignVCenter,
                    QString::fromStdString(formatNumber(value, 3)));
    });
}

} // namespace plumbline
