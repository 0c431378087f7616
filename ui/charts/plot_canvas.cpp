#include "ui/charts/plot_canvas.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QResizeEvent>
#include <QScatterSeries>
#include <QValueAxis>

namespace plumbline {
namespace {

void strip(QValueAxis& axis) {
    axis.setTickCount(2);
    axis.setLabelsVisible(false);
    axis.setGridLineVisible(false);
    axis.setLineVisible(false);
    axis.setVisible(false);
}

/// Qt Charts counts y upwards, a view downwards.
QList<QPointF> flipped(const QList<QPointF>& points) {
    QList<QPointF> result;
    result.reserve(points.size());
    for (const QPointF& point : points)
        result.append({point.x(), -point.y()});
    return result;
}

QScatterSeries::MarkerShape chartShape(MarkerShape shape) {
    switch (shape) {
    case MarkerShape::square:
        return QScatterSeries::MarkerShapeRectangle;
    case MarkerShape::diamond:
        return QScatterSeries::MarkerShapeRotatedRectangle;
    case MarkerShape::triangle:
    case MarkerShape::downTriangle:
        return QScatterSeries::MarkerShapeTriangle;
    case MarkerShape::star:
    case MarkerShape::cross:
    case MarkerShape::plus:
        return QScatterSeries::MarkerShapeStar;
    case MarkerShape::circle:
        break;
    }
    return QScatterSeries::MarkerShapeCircle;
}

template <typename Series>
void hideFrom(const std::vector<Series*>& series, std::size_t first) {
    for (std::size_t i = first; i < series.size(); ++i)
        series[i]->setVisible(false);
}

} // namespace

PlotCanvas::PlotCanvas(QWidget* parent) : QChartView(parent) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // endSeries() asks for the repaint. The scene would ask again for its items, in an event of its
    // own that comes after the picture has been painted.
    setViewportUpdateMode(QGraphicsView::NoViewportUpdate);
    setOptimizationFlags(QGraphicsView::DontAdjustForAntialiasing);
    setRenderHint(QPainter::Antialiasing);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFocusPolicy(Qt::NoFocus);
    // The figure's own widget answers the pointer.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    buildChart();
}

void PlotCanvas::buildChart() {
    auto* plain = chart();
    plain->legend()->hide();
    plain->setAnimationOptions(QChart::NoAnimation);
    plain->setBackgroundVisible(false);
    plain->setBackgroundRoundness(0);
    plain->setDropShadowEnabled(false);
    plain->setMargins({});
    plain->layout()->setContentsMargins(0, 0, 0, 0);
    m_x = new QValueAxis(this);
    m_y = new QValueAxis(this);
    strip(*m_x);
    strip(*m_y);
    plain->addAxis(m_x, Qt::AlignBottom);
    plain->addAxis(m_y, Qt::AlignLeft);
}

void PlotCanvas::span() {
    const QSizeF size = QSizeF(this->size()) / m_scale;
    chart()->resize(size);
    setSceneRect(QRectF(QPointF(), size));
    chart()->setPlotArea(QRectF(QPointF(), size));
    m_x->setRange(0, size.width());
    m_y->setRange(-size.height(), 0);
}

void PlotCanvas::setScale(double scale) {
    m_scale = scale;
    setTransform(QTransform::fromScale(scale, scale));
    span();
}

void PlotCanvas::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    span();
}

void PlotCanvas::beginSeries() {
    m_usedAreas = m_usedLines = m_usedPoints = 0;
}

void PlotCanvas::endSeries() {
    hideFrom(m_areas, m_usedAreas);
    hideFrom(m_lines, m_usedLines);
    hideFrom(m_points, m_usedPoints);
    viewport()->update();
}

template <typename Series>
Series* PlotCanvas::attach(Series* series) {
    chart()->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
    return series;
}

QAreaSeries* PlotCanvas::nextArea() {
    if (m_usedAreas == m_areas.size()) {
        auto* area = new QAreaSeries(new QLineSeries, new QLineSeries);
        area->upperSeries()->setParent(area);
        area->lowerSeries()->setParent(area);
        area->setPen(Qt::NoPen);
        m_areas.push_back(attach(area));
    }
    return m_areas[m_usedAreas++];
}

QLineSeries* PlotCanvas::nextLine() {
    if (m_usedLines == m_lines.size())
        m_lines.push_back(attach(new QLineSeries));
    return m_lines[m_usedLines++];
}

QScatterSeries* PlotCanvas::nextPoints() {
    if (m_usedPoints == m_points.size())
        m_points.push_back(attach(new QScatterSeries));
    return m_points[m_usedPoints++];
}

void PlotCanvas::addArea(const QList<QPointF>& upper, const QList<QPointF>& lower,
                         const QColor& fill) {
    auto* area = nextArea();
    if (area->brush() != QBrush(fill))
        area->setBrush(fill);
    area->upperSeries()->replace(flipped(upper));
    area->lowerSeries()->replace(flipped(lower));
    area->setVisible(true);
}

void PlotCanvas::addLine(const QList<QPointF>& points, const QPen& pen) {
    auto* line = nextLine();
    if (line->pen() != pen)
        line->setPen(pen);
    line->replace(flipped(points));
    line->setVisible(true);
}

void PlotCanvas::addPoints(const QList<QPointF>& points, MarkerShape shape, double diameter,
                           const QColor& fill, const QColor& edge) {
    auto* series = nextPoints();
    // Each setter repaints every marker, so only what is new is set.
    if (series->markerShape() != chartShape(shape))
        series->setMarkerShape(chartShape(shape));
    if (series->markerSize() != diameter)
        series->setMarkerSize(diameter);
    if (series->brush() != QBrush(fill))
        series->setBrush(fill);
    if (series->pen() != QPen(edge, 1))
        series->setPen(QPen(edge, 1));
    series->replace(flipped(points));
    series->setVisible(true);
}

void PlotCanvas::drawBackground(QPainter* painter, const QRectF&) {
    if (paintBelow)
        paintBelow(*painter);
}

void PlotCanvas::drawForeground(QPainter* painter, const QRectF&) {
    if (paintAbove)
        paintAbove(*painter);
}

} // namespace plumbline
