#include "ui/charts/scatter_view.h"

#include "ui/charts/ellipse_outline.h"
#include "ui/charts/pixel_grid.h"
#include "ui/charts/plot_canvas.h"
#include "ui/charts/polyline.h"
#include "ui/charts/scatter_read_out.h"
#include "ui/charts/series_colours.h"
#include "ui/theme/contrast.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace plumbline {
namespace {

/// From here on points overlap so much that only their density can be read.
constexpr qsizetype kCloudFrom = 5000;

/// Names of single points are left out beyond this many.
constexpr std::size_t kMostPointNames = 60;

constexpr double kRoomRound = 0.04; ///< share of the range, so that no point sits on the edge
constexpr double kArrowHead = 8;
constexpr double kLine = 2;
constexpr double kHalo = 4.5; ///< of the card's colour, which keeps a line visible over a cloud
constexpr double kNearEnough = 16; ///< pixels from the pointer to the point that it means

double diameterFor(qsizetype points) {
    return points > 1000 ? 5 : points > 300 ? 6 : 8;
}

class Extent {
  public:
    void add(double x, double y) {
        m_x = {std::min(m_x.low, x), std::max(m_x.high, x)};
        m_y = {std::min(m_y.low, y), std::max(m_y.high, y)};
    }
    void add(const Scatter& scatter) {
        for (const Series& group : scatter.groups) {
            for (std::size_t i = 0; i < std::min(group.x.size(), group.y.size()); ++i)
                add(group.x[i], group.y[i]);
        }
        for (const Arrow& arrow : scatter.arrows) {
            add(arrow.fromX, arrow.fromY);
            add(arrow.toX, arrow.toY);
        }
        for (const Ellipse& ellipse : scatter.ellipses) {
            for (int i = 0; i < kEllipseCorners; ++i) {
                const QPointF at = onEllipse(ellipse, 2 * std::numbers::pi * i / kEllipseCorners);
                add(at.x(), at.y());
            }
        }
    }
    Limits x(AxisScale scale) const { return roomy(m_x, scale); }
    Limits y(AxisScale scale) const { return roomy(m_y, scale); }

  private:
    static Limits roomy(Limits limits, AxisScale scale) {
        const bool logarithmic = scale == AxisScale::logarithmic;
        if (!(limits.low <= limits.high) || (logarithmic && limits.low <= 0))
            return logarithmic ? Limits{0.1, 1} : Limits{0, 1};
        const double room = logarithmic ? 0 : kRoomRound * limits.span();
        return {limits.low - room, limits.high + room};
    }

    static constexpr double kNone = std::numeric_limits<double>::infinity();
    Limits m_x{kNone, -kNone};
    Limits m_y{kNone, -kNone};
};

QPen outlinePen(const QColor& colour, double width, bool dashed) {
    QPen pen(colour, width);
    pen.setJoinStyle(Qt::RoundJoin);
    if (dashed)
        pen.setDashPattern({3, 2});
    return pen;
}

} // namespace

std::vector<QColor> ScatterView::groupColours() const {
    std::vector<QColor> outlines;
    for (const Ellipse& ellipse : std::get<Scatter>(wholeFigure().content).ellipses)
        outlines.push_back(roleColour(ellipse.role, theme()));
    return categoryColours(scatter().groups.size(), outlines, theme());
}

std::vector<KeyEntry> ScatterView::legendEntries() const {
    const auto& whole = std::get<Scatter>(wholeFigure().content);
    const std::vector<QColor> colours = groupColours();
    std::vector<KeyEntry> entries;
    for (const HideableSeries& part : series()) {
        const std::size_t i = entries.size();
        KeyEntry entry{.text = QString::fromStdString(part.name),
                       .colour = theme().text,
                       .key = part.key,
                       .hidden = settings().hidden.contains(part.key)};
        if (i < whole.groups.size()) {
            entry.colour = colours[i];
            entry.swatch = KeySwatch::marker;
            entry.shape = markerShape(static_cast<int>(i));
        } else if (i - whole.groups.size() < whole.ellipses.size()) {
            const Ellipse& ellipse = whole.ellipses[i - whole.groups.size()];
            entry.colour = roleColour(ellipse.role, theme());
            entry.swatch =
                ellipse.role == SeriesRole::alternative ? KeySwatch::dashed : KeySwatch::line;
        }
        entries.push_back(entry);
    }
    return entries;
}

std::vector<KeyEntry> ScatterView::legend() const {
    const auto& whole = std::get<Scatter>(wholeFigure().content);
    std::vector<KeyEntry> shown;
    const std::vector<KeyEntry> all = legendEntries();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t ellipse = i - whole.groups.size();
        bool named = false; // arrows carry their names
        if (i < whole.groups.size())
            named = !whole.groups[i].name.empty();
        else if (ellipse < whole.ellipses.size())
            named = !whole.ellipses[ellipse].name.empty();
        if (named || all[i].hidden)
            shown.push_back(all[i]);
    }
    return shown;
}

void ScatterView::startAfresh() {
    m_stickyX = {};
    m_stickyY = {};
}

void ScatterView::layOut() {
    Extent extent;
    extent.add(std::get<Scatter>(limitingFigure().content));
    PlotFrameRequest request;
    request.size = layoutSize();
    request.x = chosenLimits(settings().x, figure().x.scale,
                             m_stickyX.update(figure().x, extent.x(figure().x.scale)));
    request.y = chosenLimits(settings().y, figure().y.scale,
                             m_stickyY.update(figure().y, extent.y(figure().y.scale)));
    request.equalAspect = scatter().equalAspect;
    request.legend = legend();
    m_frame = layOutFrame(figure(), request);
    layOutGroups();
    layOutNames();
    addSeries();
}

void ScatterView::layOutGroups() {
    m_groups.clear();
    m_cloud = {};
    m_pointCount = 0;
    const std::vector<QColor> colours = groupColours();
    const QRectF reach = m_frame.plot.adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
    for (std::size_t i = 0; i < scatter().groups.size(); ++i) {
        const Series& group = scatter().groups[i];
        const int index = static_cast<int>(i);
        CloudGroup cloud{{}, colours[i], markerShape(index)};
        cloud.points.reserve(static_cast<qsizetype>(group.x.size()));
        for (std::size_t j = 0; j < std::min(group.x.size(), group.y.size()); ++j) {
            const QPointF point = m_frame.map(group.x[j], group.y[j]);
            if (reach.contains(point))
                cloud.points.append(point);
        }
        m_pointCount += cloud.points.size();
        m_groups.append(std::move(cloud));
    }
}

void ScatterView::addName(const std::string& text, const QPointF& anchor, const QPointF& direction,
                          const QColor& colour) {
    if (text.empty() || !m_frame.plot.contains(anchor))
        return;
    const QFontMetricsF metrics(type::ticks());
    const QString name = QString::fromStdString(text);
    const QSizeF size(std::ceil(metrics.horizontalAdvance(name)) + 2, 14);
    // Beyond the anchor, seen from where the arrow comes from; else on one of the other sides.
    const QPointF beside = direction.x() < 0 ? QPointF(-size.width() - 6, -7) : QPointF(6, -7);
    const QPointF otherSide(-beside.x() - size.width(), -7);
    for (const QPointF& offset :
         {beside, otherSide, QPointF(-size.width() / 2, -21), QPointF(-size.width() / 2, 7)}) {
        const QRectF rectangle(anchor + offset, size);
        const bool free = std::none_of(m_names.begin(), m_names.end(), [&](const Name& other) {
            return other.rectangle.intersects(rectangle);
        });
        if (free && m_frame.plot.contains(rectangle)) {
            m_names.push_back({name, rectangle, colour});
            return;
        }
    }
}

void ScatterView::layOutNames() {
    m_names.clear();
    for (const Arrow& arrow : scatter().arrows)
        addName(arrow.name, m_frame.map(arrow.toX, arrow.toY),
                {arrow.toX - arrow.fromX, arrow.fromY - arrow.toY}, theme().text);
    std::size_t labelled = 0;
    for (const Series& group : scatter().groups)
        labelled += group.labels.size();
    if (labelled > kMostPointNames)
        return;
    for (const Series& group : scatter().groups) {
        for (std::size_t i = 0; i < std::min(group.labels.size(), group.y.size()); ++i)
            addName(group.labels[i], m_frame.map(group.x[i], group.y[i]), {1, 0}, theme().muted);
    }
}

void ScatterView::addSeries() {
    canvas().beginSeries();
    for (const Ellipse& ellipse : scatter().ellipses) {
        const QPen pen = outlinePen(roleColour(ellipse.role, theme()), kLine,
                                    ellipse.role == SeriesRole::alternative);
        for (const QList<QPointF>& part :
             clipPolyline(ellipseOutline(ellipse, m_frame), m_frame.plot))
            addOutlined(part, pen);
    }
    for (const Arrow& arrow : scatter().arrows)
        addArrow(arrow);
    canvas().endSeries();
}

void ScatterView::addOutlined(const QList<QPointF>& points, const QPen& pen) {
    canvas().addLine(points, outlinePen(theme().card, kHalo, false));
    canvas().addLine(points, pen);
}

void ScatterView::addArrow(const Arrow& arrow) {
    const QPointF from = m_frame.map(arrow.fromX, arrow.fromY);
    const QPointF to = m_frame.map(arrow.toX, arrow.toY);
    const QPointF along = to - from;
    const double length = std::hypot(along.x(), along.y());
    if (!(length > 0))
        return;
    const QPointF back = along / length * std::min(kArrowHead, length / 2);
    const QPointF side(-back.y() * 0.5, back.x() * 0.5);
    const QPen pen = outlinePen(theme().text, kLine, false);
    for (const QList<QPointF>& part : clipPolyline({from, to}, m_frame.plot))
        addOutlined(part, pen);
    for (const QList<QPointF>& part :
         clipPolyline({to - back + side, to, to - back - side}, m_frame.plot))
        addOutlined(part, pen);
}

void ScatterView::paintBelowSeries(QPainter& painter) {
    if (m_pointCount < kCloudFrom || !isRaster(painter)) {
        paintMarkers(painter, m_groups, diameterFor(m_pointCount));
        return;
    }
    const PixelGrid grid(painter);
    const QRectF place = grid.snap(m_frame.plot);
    if (m_cloud.isNull() || m_cloudScale != grid.scale()) {
        m_cloudScale = grid.scale();
        m_cloud = cloudImage(m_groups, place, m_cloudScale);
    }
    painter.drawImage(QRectF(place.topLeft(), QSizeF(m_cloud.size()) / m_cloudScale), m_cloud);
}

void ScatterView::paintAboveSeries(QPainter& painter) {
    painter.setFont(type::ticks());
    QColor paper = theme().card;
    paper.setAlphaF(0.8F);
    for (const Name& name : m_names) {
        painter.fillRect(name.rectangle, paper);
        painter.setPen(name.colour);
        painter.drawText(name.rectangle, Qt::AlignCenter, name.text);
    }
}

int ScatterView::datumCount() const {
    return pointCount(scatter());
}

std::optional<int> ScatterView::datumAt(const QPointF& position) const {
    return nearestPoint(scatter(), m_frame, position, kNearEnough);
}

std::optional<ReadOut> ScatterView::readOut(int datum) const {
    return scatterReadOut(scatter(), m_frame, legendEntries(), datum);
}

} // namespace plumbline
