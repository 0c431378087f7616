#include "ui/charts/ellipse_outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline {
namespace {

constexpr double kSagitta = 0.25; ///< pixels between a chord and its arc that nobody sees
constexpr int kMostHalvings = 40;

/// Adds an arc's corners, without its first.
class Arcs {
  public:
    Arcs(const Ellipse& ellipse, const PlotFrame& frame)
        : m_ellipse(ellipse), m_frame(frame),
          m_radius(std::max(ellipse.semiAxisA, ellipse.semiAxisB) *
                   std::max(frame.plot.width() / frame.x.span(),
                            frame.plot.height() / frame.y.span())) {}

    QPointF at(double t) const {
        const QPointF point = onEllipse(m_ellipse, t);
        return m_frame.map(point.x(), point.y());
    }

    void add(QList<QPointF>& outline, double from, double to, int halvings) const {
        const QPointF end = at(to);
        const double sagitta = m_radius * (to - from) * (to - from) / 8;
        const QRectF chord = QRectF(outline.back(), end).normalized();
        const QRectF reach = chord.adjusted(-sagitta, -sagitta, sagitta, sagitta);
        if (halvings == 0 || sagitta < kSagitta || !reach.intersects(m_frame.plot)) {
            outline.append(end);
            return;
        }
        const double middle = from + (to - from) / 2;
        add(outline, from, middle, halvings - 1);
        add(outline, middle, to, halvings - 1);
    }

  private:
    const Ellipse& m_ellipse;
    const PlotFrame& m_frame;
    double m_radius; ///< pixels
};

} // namespace

QPointF onEllipse(const Ellipse& ellipse, double t) {
    const double a = ellipse.semiAxisA * std::cos(t);
    const double b = ellipse.semiAxisB * std::sin(t);
    return {ellipse.centreX + a * std::cos(ellipse.angle) - b * std::sin(ellipse.angle),
            ellipse.centreY + a * std::sin(ellipse.angle) + b * std::cos(ellipse.angle)};
}

QList<QPointF> ellipseOutline(const Ellipse& ellipse, const PlotFrame& frame) {
    const Arcs arcs(ellipse, frame);
    // The bound of an arc's bulge holds for linear axes alone.
    const bool linear = frame.xScale == AxisScale::linear && frame.yScale == AxisScale::linear;
    QList<QPointF> outline{arcs.at(0)};
    for (int i = 0; i < kEllipseCorners; ++i)
        arcs.add(outline, 2 * std::numbers::pi * i / kEllipseCorners,
                 2 * std::numbers::pi * (i + 1) / kEllipseCorners, linear ? kMostHalvings : 0);
    return outline;
}

} // namespace plumbline
