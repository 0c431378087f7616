#include "ui/charts/curves_view.h"

#include "ui/charts/curves_limits.h"
#include "ui/charts/curves_read_out.h"
#include "ui/charts/occupancy_grid.h"
#include "ui/charts/pixel_grid.h"
#include "ui/charts/plot_canvas.h"
#include "ui/charts/polyline.h"
#include "ui/charts/series_colours.h"
#include "ui/theme/shaped_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kMarkerDiameter = 7;
constexpr float kBandOpacity = 0.2F; ///< of a band in its curve's own colour
constexpr double kSlack = 1e-6;      ///< pixels by which rounding may move what is at an edge

/// The shapes that Qt Charts draws by itself.
MarkerShape curveMarker(std::size_t index) {
    static constexpr std::array<MarkerShape, 5> kShapes = {MarkerShape::circle, MarkerShape::square,
                                                           MarkerShape::triangle,
                                                           MarkerShape::diamond, MarkerShape::star};
    return kShapes[index % kShapes.size()];
}

QPen curvePen(const Series& series, const QColor& colour) {
    QPen pen(colour, 2);
    pen.setJoinStyle(Qt::BevelJoin); // as good as round at this width, at half the cost
    pen.setCapStyle(Qt::FlatCap);
    if (series.style == SeriesStyle::dashed)
        pen.setDashPattern({3, 2});
    return pen;
}

KeySwatch swatchOf(const Series& series) {
    if (series.role == SeriesRole::band || (series.y.empty() && !series.low.empty()))
        return KeySwatch::fill;
    if (series.style == SeriesStyle::points)
        return KeySwatch::marker;
    return series.style == SeriesStyle::dashed ? KeySwatch::dashed : KeySwatch::line;
}

QColor bandFill(const Series& series, const QColor& colour) {
    if (series.role == SeriesRole::band)
        return colour;
    QColor fill = colour;
    fill.setAlphaF(kBandOpacity);
    return fill;
}

std::vector<const Series*> pointers(const Curves& curves) {
    std::vector<const Series*> result;
    for (const Series& series : curves.series)
        result.push_back(&series);
    return result;
}

} // namespace

QList<QPointF> CurvesView::pixels(const std::vector<double>& x,
                                  const std::vector<double>& y) const {
    // What a logarithmic axis cannot show becomes NaN here, and breaks the line there.
    QList<QPointF> points;
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
        points.append(m_frame.map(x[i], y[i]));
    return points;
}

void CurvesView::layOutCurves() {
    const auto& limiting = std::get<Curves>(limitingFigure().content);
    PlotFrameRequest request = frameRequest(curvesRangeX(limiting, figure().x.scale));
    request.y = limitsOfY(curvesRangeY(limiting, figure().y.scale));
    request.integerX = hasIntegerX(curves());
    m_frame = layOutFrame(figure(), request);
    m_colours = seriesColours(pointers(curves()), theme());
    m_curves.clear();
    m_pixels.clear();
    const std::vector<KeyEntry> entries = legendEntries();
    for (std::size_t i = 0; i < curves().series.size(); ++i) {
        const Series& series = curves().series[i];
        NamedCurve curve;
        curve.key = entries[i];
        m_pixels.push_back(pixels(series.x, series.y.empty() ? series.high : series.y));
        for (const QList<QPointF>& part : clipPolyline(m_pixels.back(), m_frame.plot))
            curve.outline += part;
        if (curve.outline.isEmpty() || series.name.empty() || isRule(series))
            curve.key.text.clear();
        m_curves.push_back(std::move(curve));
    }
    layOutRules();
}

std::vector<KeyEntry> CurvesView::legendEntries() const {
    const auto& whole = std::get<Curves>(wholeFigure().content);
    const auto colours = seriesColours(pointers(whole), theme());
    std::vector<KeyEntry> entries;
    std::size_t pointSeries = 0;
    for (const HideableSeries& part : series()) {
        const std::size_t i = entries.size();
        const Series& series = whole.series[i];
        entries.push_back({.text = QString::fromStdString(part.name),
                           .colour = colours[i],
                           .swatch = isRule(series) ? KeySwatch::dashed : swatchOf(series),
                           .shape = curveMarker(pointSeries),
                           .key = part.key});
        pointSeries += series.style == SeriesStyle::points ? 1 : 0;
    }
    return entries;
}

std::string CurvesView::seriesNamedAt(const QPointF& position) const {
    for (const Rule& rule : m_rules) {
        if (rule.label.contains(position))
            return rule.key;
    }
    return NamedCurvesView::seriesNamedAt(position);
}

void CurvesView::layOutRules() {
    const QFontMetricsF metrics(type::ticks());
    OccupancyGrid taken(m_frame.plot, std::max(4.0, m_frame.plot.width() / 320));
    for (const NamedCurve& curve : m_curves)
        taken.addPolyline(curve.outline);
    taken.sum();
    m_rules.clear();
    for (std::size_t i = 0; i < curves().series.size(); ++i) {
        const Series& series = curves().series[i];
        if (!isRule(series))
            continue;
        const QString name = QString::fromStdString(series.name);
        const QSizeF label(std::ceil(metrics.horizontalAdvance(name)) + 4, 14);
        for (const double value : series.x) {
            const double x = m_frame.mapX(value);
            if (x >= m_frame.plot.left() && x <= m_frame.plot.right())
                m_rules.push_back({x, name, ruleLabel(x, label, taken), m_curves[i].key.key});
        }
    }
}

QRectF CurvesView::ruleLabel(double x, const QSizeF& size, const OccupancyGrid& taken) const {
    const QRectF& plot = m_frame.plot;
    const double right = x + 4;
    const double left = x - 4 - size.width();
    const bool fitsRight = right + size.width() <= m_frame.size.width() - 4;
    const double first = fitsRight ? right : left;
    const double second = fitsRight && left > plot.left() ? left : first;
    const double bottom = plot.bottom() - size.height() - 1;
    for (const QPointF& corner : {QPointF(first, plot.top() + 1), QPointF(second, plot.top() + 1),
                                  QPointF(first, bottom), QPointF(second, bottom)}) {
        const QRectF rectangle(corner, size);
        const bool free = std::none_of(m_rules.begin(), m_rules.end(), [&](const Rule& rule) {
            return rule.label.intersects(rectangle);
        });
        if (free && taken.count(rectangle) == 0)
            return rectangle;
    }
    return QRectF(QPointF(first, plot.top() + 1), size);
}

QList<QRectF> CurvesView::obstacles() const {
    QList<QRectF> taken;
    for (const Rule& rule : m_rules)
        taken << rule.label << QRectF(rule.x, m_frame.plot.top(), 1, m_frame.plot.height());
    for (std::size_t i = 0; i < curves().series.size(); ++i) {
        if (curves().series[i].style != SeriesStyle::points)
            continue;
        for (const QPointF& point : m_pixels[i]) {
            if (m_frame.plot.contains(point))
                taken << QRectF(point - QPointF(4, 4), QSizeF(8, 8));
        }
    }
    return taken;
}

void CurvesView::addBand(const Series& series, const QColor& colour) {
    BandEdges edges;
    const auto finite = [this](double x, double value) {
        // The lower edge of a band may reach zero, which a logarithmic axis shows as its end.
        const double y = m_frame.mapY(value);
        return QPointF(x, std::isfinite(y) ? y : m_frame.plot.bottom());
    };
    for (std::size_t i = 0; i < std::min(series.low.size(), series.high.size()); ++i) {
        const double x = m_frame.mapX(series.x[i]);
        if (!std::isfinite(x))
            continue;
        edges.upper.append(finite(x, series.high[i]));
        edges.lower.append(finite(x, series.low[i]));
    }
    const BandEdges inside = clipBand(edges, m_frame.plot);
    if (inside.upper.size() > 1)
        canvas().addArea(inside.upper, inside.lower, bandFill(series, colour));
}

void CurvesView::addPointsOf(std::size_t index) {
    const Series& series = curves().series[index];
    const QColor& colour = m_colours[index];
    QList<QPointF> shown;
    const QRectF reach = m_frame.plot.adjusted(-kSlack, -kSlack, kSlack, kSlack);
    for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
        const QPointF& point = m_pixels[index][static_cast<qsizetype>(i)];
        if (!(point.x() >= reach.left() && point.x() <= reach.right()))
            continue;
        if (reach.contains(point))
            shown.append(point);
        if (i >= series.error.size() || !(series.error[i] > 0))
            continue;
        const Limits ends{series.y[i] - series.error[i], series.y[i] + series.error[i]};
        if (const auto bar = errorBar(m_frame, point.x(), ends, colour))
            m_errorBars.push_back(*bar);
    }
    if (!shown.isEmpty())
        canvas().addPoints(shown, m_curves[index].key.shape, kMarkerDiameter, colour, theme().card);
}

void CurvesView::addSeries() {
    m_errorBars.clear();
    canvas().beginSeries();
    for (std::size_t i = 0; i < curves().series.size(); ++i)
        addBand(curves().series[i], m_colours[i]);
    for (std::size_t i = 0; i < curves().series.size(); ++i) {
        const Series& series = curves().series[i];
        if (series.style == SeriesStyle::points || series.y.empty())
            continue;
        const QList<QPointF> reduced = reduceToColumns(m_pixels[i], 1);
        for (const QList<QPointF>& part : clipPolyline(reduced, m_frame.plot))
            canvas().addLine(part, curvePen(series, m_colours[i]));
    }
    for (std::size_t i = 0; i < curves().series.size(); ++i) {
        if (curves().series[i].style == SeriesStyle::points)
            addPointsOf(i);
    }
    canvas().endSeries();
}

void CurvesView::paintBelowSeries(QPainter& painter) {
    const PixelGrid grid(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const Rule& rule : m_rules) {
        const QRectF line = grid.verticalLine(rule.x, m_frame.plot.top(), m_frame.plot.bottom());
        constexpr double kDash = 4;
        for (double y = line.top(); y < line.bottom(); y += 2 * kDash)
            painter.fillRect(
                QRectF(line.left(), y, line.width(), std::min(kDash, line.bottom() - y)),
                theme().muted);
    }
    paintErrorBars(painter, m_errorBars);
    painter.setRenderHint(QPainter::Antialiasing, true);
}

bool CurvesView::showsNothing() const {
    const QRectF reach = m_frame.plot.adjusted(-1, -1, 1, 1);
    const bool anyCurve = std::ranges::any_of(
        m_curves, [](const NamedCurve& curve) { return !curve.outline.isEmpty(); });
    return !anyCurve && std::ranges::none_of(m_pixels, [&reach](const QList<QPointF>& points) {
        return std::ranges::any_of(points,
                                   [&reach](const QPointF& at) { return reach.contains(at); });
    });
}

void CurvesView::paintNothing(QPainter& painter) const {
    QString text = tr("nothing to show yet");
    if (lawHidden() && curves().series.empty())
        text = tr("hidden until you reveal it");
    else if (!settings().hidden.empty() || hasChosenEnds())
        text = tr("nothing to show here");
    else if (figure().y.scale == AxisScale::logarithmic)
        text = tr("no value above 0 to show");
    painter.setFont(type::ticks());
    painter.setPen(theme().muted);
    painter.drawText(m_frame.plot, Qt::AlignCenter | Qt::TextWordWrap, text);
}

void CurvesView::paintAboveSeries(QPainter& painter) {
    painter.setFont(type::ticks());
    for (const Rule& rule : m_rules) {
        painter.fillRect(rule.label, theme().card);
        painter.setPen(theme().muted);
        drawShaped(painter, rule.label, Qt::AlignCenter, rule.name);
    }
    m_labels.paint(painter, theme());
    if (showsNothing())
        paintNothing(painter);
}

int CurvesView::datumCount() const {
    return static_cast<int>(readablePlaces(curves()).size());
}

std::optional<int> CurvesView::datumAt(const QPointF& position) const {
    if (!m_frame.plot.contains(position))
        return std::nullopt;
    return nearestPlace(readablePlaces(curves()), m_frame, position.x());
}

std::optional<ReadOut> CurvesView::readOut(int datum) const {
    const std::vector<double> places = readablePlaces(curves());
    if (datum < 0 || datum >= static_cast<int>(places.size()))
        return std::nullopt;
    return curvesReadOut(curves(), m_frame, legendEntries(),
                         places[static_cast<std::size_t>(datum)]);
}

} // namespace plumbline
