#pragma once

#include <QPaintEngine>
#include <QPainter>
#include <QRectF>

#include <algorithm>
#include <cmath>

namespace plumbline {

inline bool isRaster(const QPainter& painter) {
    return painter.paintEngine()->type() == QPaintEngine::Raster;
}

/// Moves edges to the device's pixels, so that bars and hairlines stay crisp at any pixel ratio. A
/// writer of vectors has no pixels: there it rounds to a hundredth of a unit.
class PixelGrid {
  public:
    explicit PixelGrid(const QPainter& painter)
        : m_scale(isRaster(painter) ? std::max(1e-6, std::abs(painter.deviceTransform().m11()))
                                    : kVectorScale) {}

    double scale() const { return m_scale; }
    double pixel() const { return 1 / m_scale; }
    double snap(double value) const { return std::round(value * m_scale) / m_scale; }

    QRectF snap(const QRectF& rectangle) const {
        return QRectF(QPointF(snap(rectangle.left()), snap(rectangle.top())),
                      QPointF(snap(rectangle.right()), snap(rectangle.bottom())));
    }

    /// A line one unit thick, whole pixels wide, centred on y.
    QRectF horizontalLine(double left, double right, double y) const {
        const double thickness = std::max(1.0, std::floor(m_scale)) / m_scale;
        return QRectF(snap(left), snap(y - thickness / 2), snap(right) - snap(left), thickness);
    }

    QRectF verticalLine(double x, double top, double bottom) const {
        const double thickness = std::max(1.0, std::floor(m_scale)) / m_scale;
        return QRectF(snap(x - thickness / 2), snap(top), thickness, snap(bottom) - snap(top));
    }

  private:
    static constexpr double kVectorScale = 100;

    double m_scale;
};

} // namespace plumbline
