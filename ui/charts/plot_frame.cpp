#include "ui/charts/plot_frame.h"

#include "ui/charts/pixel_grid.h"
#include "ui/theme/contrast.h"
#include "ui/theme/shaped_text.h"
#include "ui/theme/tabular.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kTickGap = 8;       ///< between a y label and the plot
constexpr double kLabelDrop = 7;     ///< from the plot to an x label, clear of the lowest y label
constexpr double kFigureHeight = 12; ///< of its figures, which have no descenders
constexpr double kTextLine = 14;     ///< of an 11-pixel label
constexpr double kRightRoom = 20;    ///< half of a wide x label
constexpr double kGutterStep = 8;    ///< gutters grow in steps, so that a digit more moves nothing
constexpr double kEdge = 2;          ///< no label comes nearer to the view's edge
constexpr double kNarrowestPlot = 8;
constexpr double kStripGap = 14;        ///< between plot and residuals
constexpr double kPlotForStrip = 140;   ///< a shorter plot has no residual strip
constexpr double kHeightForTitle = 200; ///< a shorter view leaves out the x axis' title

/// A wide screen gets more room between its ticks, not ten times as many.
constexpr double kTickShareX = 1.0 / 9;
constexpr double kTickShareY = 1.0 / 6;

double textWidth(const std::string& text) {
    return tabularWidth(type::ticks(), QString::fromStdString(text));
}

/// Zoomed into less than two integers, an axis says more with fractions than with one tick or none.
bool showsIntegers(Limits limits) {
    return std::floor(limits.high) - std::ceil(limits.low) >= 1;
}

std::vector<Tick> ticksAlongX(const PlotFrame& frame, bool integers) {
    TickRequest request;
    request.limits = frame.x;
    request.scale = frame.xScale;
    request.integersOnly = integers && showsIntegers(frame.x);
    request.length = frame.plot.width();
    request.minSpacing = std::max(40.0, frame.plot.width() * kTickShareX);
    request.labelGap = 14;
    request.extent = textWidth;
    return layOutTicks(request);
}

std::vector<Tick> ticksAlongY(const PlotFrame& frame, bool integers) {
    TickRequest request;
    request.limits = frame.y;
    request.scale = frame.yScale;
    request.integersOnly = integers && showsIntegers(frame.y);
    request.length = frame.plot.height();
    request.minSpacing = std::max(22.0, frame.plot.height() * kTickShareY);
    request.labelGap = 4;
    request.extent = [](const std::string&) { return kTextLine; };
    return layOutTicks(request);
}

double gutterFor(const PlotFrame& frame) {
    double widest = frame.strip.isEmpty() ? 0 : textWidth("−2σ");
    for (const Tick& tick : frame.yTicks)
        widest = std::max(widest, textWidth(tick.label));
    return std::ceil(widest / kGutterStep) * kGutterStep + kTickGap;
}

double bottomOf(const PlotFrame& frame, const QSizeF& size) {
    const bool titled = !frame.xTitle.isEmpty() && size.height() >= kHeightForTitle;
    return size.height() - kViewMargin - (titled ? kTextLine + 4 : 0) - kTextLine - kLabelDrop;
}

void splitOffStrip(PlotFrame& frame) {
    if (frame.plot.height() < kPlotForStrip)
        return;
    const double height = std::round(std::clamp(frame.plot.height() * 0.18, 44.0, 88.0));
    frame.strip = frame.plot;
    frame.strip.setTop(frame.plot.bottom() - height);
    frame.plot.setBottom(frame.strip.top() - kStripGap);
}

/// Lengthens the range whose unit is longer on the screen, about its centre.
void equaliseAspect(PlotFrame& frame) {
    const double unitX = frame.x.span() / frame.plot.width();
    const double unitY = frame.y.span() / frame.plot.height();
    Limits& wider = unitX < unitY ? frame.x : frame.y;
    const double grow = wider.span() * (std::max(unitX, unitY) / std::min(unitX, unitY) - 1) / 2;
    wider = {wider.low - grow, wider.high + grow};
}

/// Moves the plot's left edge beside its y labels; where the aspect is fixed, its width decides in
/// turn which y labels there are.
void fitGutter(PlotFrame& frame, const PlotFrameRequest& request) {
    const double left = frame.plot.left();
    const int rounds = request.equalAspect ? 2 : 1;
    frame.yTicks = ticksAlongY(frame, request.integerY);
    for (int round = 0; round < rounds; ++round) {
        const double room = std::max(0.0, frame.plot.right() - left - kNarrowestPlot);
        frame.plot.setLeft(left + std::min(gutterFor(frame), room));
        if (!request.equalAspect)
            continue;
        frame.x = request.x;
        frame.y = request.y;
        equaliseAspect(frame);
        frame.yTicks = ticksAlongY(frame, request.integerY);
    }
    if (!frame.strip.isEmpty())
        frame.strip.setLeft(frame.plot.left());
}

double valueAt(double share, Limits limits, AxisScale scale) {
    if (scale == AxisScale::logarithmic)
        return std::pow(10.0,
                        std::log10(limits.low) * (1 - share) + std::log10(limits.high) * share);
    return limits.low + share * limits.span();
}

/// Where bars stand and what is nothing: a little stronger than the grid.
void paintZero(QPainter& painter, const PlotFrame& frame, const Theme& theme) {
    if (frame.yScale != AxisScale::linear || frame.y.low > 0 || frame.y.high < 0)
        return;
    const PixelGrid grid(painter);
    painter.fillRect(grid.horizontalLine(frame.plot.left(), frame.plot.right(), frame.mapY(0)),
                     baselineColour(theme));
}

} // namespace

QColor baselineColour(const Theme& theme) {
    constexpr double kShareOfText = 0.3;
    return blend(theme.line, theme.muted, kShareOfText);
}

QString axisTitle(const Axis& axis) {
    const QString label = QString::fromStdString(axis.label);
    return axis.unit.empty() ? label : label + " (" + QString::fromStdString(axis.unit) + ")";
}

double PlotFrame::mapX(double value) const {
    return plot.left() + axisPosition(value, x, xScale, plot.width());
}

double PlotFrame::mapY(double value) const {
    return plot.bottom() - axisPosition(value, y, yScale, plot.height());
}

double PlotFrame::valueX(double pixel) const {
    return valueAt((pixel - plot.left()) / plot.width(), x, xScale);
}

double PlotFrame::valueY(double pixel) const {
    return valueAt((plot.bottom() - pixel) / plot.height(), y, yScale);
}

QRectF PlotFrame::xTickRectangle(const Tick& tick) const {
    const double width = textWidth(tick.label);
    const double top = (strip.isEmpty() ? plot : strip).bottom() + kLabelDrop;
    const double left = std::clamp(plot.left() + tick.position - width / 2, kEdge,
                                   std::max(kEdge, size.width() - kEdge - width));
    return QRectF(left, top, width, kTextLine);
}

QRectF PlotFrame::yTickRectangle(const Tick& tick) const {
    const double width = textWidth(tick.label);
    return QRectF(plot.left() - kTickGap - width, plot.bottom() - tick.position - kFigureHeight / 2,
                  width, kFigureHeight);
}

PlotFrame layOutFrame(const Figure& figure, const PlotFrameRequest& request) {
    PlotFrame frame;
    frame.size = request.size;
    frame.header = layOutHeader(figure, request.size);
    frame.x = request.x;
    frame.y = request.y;
    frame.xScale = figure.x.scale;
    frame.yScale = figure.y.scale;
    frame.equalAspect = request.equalAspect;
    frame.xTitle = axisTitle(figure.x);
    frame.yTitle = axisTitle(figure.y);

    const double inner = request.size.width() - 2 * kViewMargin;
    const bool low = request.size.height() < kLowView;
    double top = frame.header.bottom + (low ? 4 : 8);
    frame.legend = layOutLegend(request.legend, {kViewMargin, top}, inner);
    top += frame.legend.height;
    if (!frame.yTitle.isEmpty() && !(low && frame.legend.items.size() > 3)) {
        top += frame.legend.items.empty() ? 0 : 3;
        frame.yTitleRectangle = QRectF(kViewMargin, top, inner, kTextLine);
        top += kTextLine;
    }
    top += kTextLine / 2 + 2;
    const double bottom = std::max(top + 8, bottomOf(frame, request.size));
    frame.plot = QRectF(QPointF(kViewMargin, std::round(top)),
                        QPointF(request.size.width() - kViewMargin - kRightRoom, bottom));
    if (request.residualStrip)
        splitOffStrip(frame);
    fitGutter(frame, request);
    frame.xTicks = ticksAlongX(frame, request.integerX);
    if (request.size.height() >= kHeightForTitle && !frame.xTitle.isEmpty())
        frame.xTitleRectangle =
            QRectF(kViewMargin, request.size.height() - kViewMargin - kTextLine, inner, kTextLine);
    return frame;
}

void PlotFrame::paintGrid(QPainter& painter, const Theme& theme) const {
    const PixelGrid grid(painter);
    for (const Tick& tick : yTicks)
        painter.fillRect(
            grid.horizontalLine(plot.left(), plot.right(), plot.bottom() - tick.position),
            theme.grid);
    paintZero(painter, *this, theme);
}

void PlotFrame::paintText(QPainter& painter, const Theme& theme) const {
    header.paint(painter, theme);
    legend.paint(painter, theme);
    painter.setFont(type::ticks());
    painter.setPen(theme.muted);
    for (const Tick& tick : xTicks)
        drawTabular(painter, xTickRectangle(tick), Qt::AlignLeft | Qt::AlignVCenter,
                    QString::fromStdString(tick.label));
    for (const Tick& tick : yTicks)
        drawTabular(painter, yTickRectangle(tick), Qt::AlignRight | Qt::AlignVCenter,
                    QString::fromStdString(tick.label));
    if (!xTitleRectangle.isEmpty()) {
        // Under the axis, not under the view; pushed inside where the axis is short.
        const double width = std::min(tabularWidth(type::ticks(), xTitle), xTitleRectangle.width());
        const double left =
            std::clamp(plot.center().x() - width / 2, xTitleRectangle.left(),
                       std::max(xTitleRectangle.left(), xTitleRectangle.right() - width));
        drawShaped(painter, QRectF(left, xTitleRectangle.top(), width + 1, kTextLine),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   cutToFit(type::ticks(), xTitle, xTitleRectangle.width()));
    }
    if (!yTitleRectangle.isEmpty())
        drawShaped(painter, yTitleRectangle, Qt::AlignLeft | Qt::AlignVCenter,
                   cutToFit(type::ticks(), yTitle, yTitleRectangle.width()));
}

} // namespace plumbline
