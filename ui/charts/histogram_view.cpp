#include "ui/charts/histogram_view.h"

#include "core/report/number_format.h"
#include "ui/charts/guess_curve.h"
#include "ui/charts/pixel_grid.h"
#include "ui/charts/plot_canvas.h"
#include "ui/charts/polyline.h"
#include "ui/charts/series_colours.h"
#include "ui/theme/tabular.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kGapFrom = 4;       ///< bars of so many pixels have a gap between them
constexpr double kResidualLimit = 4; ///< standard deviations that the strip shows
constexpr double kGuide = 2;         ///< standard deviations, where the guide lines are
constexpr double kResidualWidth = 3;
constexpr double kMarkHalf = 3.5; ///< half the width of the mark on a residual that goes on

bool isDashed(const Series& law) {
    return law.role == SeriesRole::alternative || law.style == SeriesStyle::dashed;
}

QPen lawPen(const Series& law, const QColor& colour) {
    QPen pen(colour, 2);
    pen.setJoinStyle(Qt::BevelJoin); // as good as round at this width, at half the cost
    pen.setCapStyle(Qt::FlatCap);
    if (isDashed(law))
        pen.setDashPattern({3, 2});
    return pen;
}

/// The entry of a curve on show: one without a name has none, and one that is not in the plot.
KeyEntry nameOf(const KeyEntry& entry, const Series& series, const QList<QPointF>& outline) {
    KeyEntry name = entry;
    if (series.name.empty() || outline.isEmpty())
        name.text.clear();
    return name;
}

std::vector<const Series*> pointers(const std::vector<Series>& series) {
    std::vector<const Series*> result;
    for (const Series& each : series)
        result.push_back(&each);
    return result;
}

/// The tops of the bars, or of the band, as one outline, without the tails: a name there would lie
/// far from what it names.
template <typename Top>
QList<QPointF> stairs(const std::vector<Bar>& bars, const PlotFrame& frame, Top top) {
    constexpr double kTail = 0.08; ///< of the highest
    double highest = 0;
    for (const Bar& bar : bars)
        highest = std::max(highest, top(bar));
    QList<QPointF> outline;
    for (const Bar& bar : bars) {
        if (top(bar) < kTail * highest)
            continue;
        // Of bars that leave the plot, the top edge of the plot; of bars below it, nothing.
        const double y = std::max(frame.mapY(top(bar)), frame.plot.top());
        if (y > frame.plot.bottom())
            continue;
        outline << QPointF(bar.left, y) << QPointF(bar.right, y);
    }
    return outline;
}

double bandTop(const Bar& bar) {
    return bar.band ? bar.band->high : 0;
}

void paintClippedMark(QPainter& painter, double x, double y, bool upwards, const QColor& colour) {
    const double tip = upwards ? -4 : 4;
    const QPolygonF triangle({{x - kMarkHalf, y}, {x + kMarkHalf, y}, {x, y + tip}});
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(triangle);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

void HistogramView::layOutCurves() {
    judge();
    const auto& limiting = std::get<Histogram>(limitingFigure().content);
    const Limits bins = lawHidden() ? guessRange(limiting) : histogramRange(limiting);
    PlotFrameRequest request = frameRequest(rangeWithGuess(bins, m_shownGuess));
    const double highest = heightWithGuess(highestValue(limiting, request.x), m_shownGuess);
    request.y = limitsOfY({0, highest > 0 ? highest : 1});
    request.integerX = hasIntegerBins(histogram());
    request.residualStrip = !histogram().residuals.x.empty();
    m_frame = layOutFrame(figure(), request);
    m_bars = layOutBars(histogram(), m_frame);
    m_lawParts.clear();
    for (const Series& law : histogram().laws)
        m_lawParts.push_back(
            clipPolyline(lawLine(law, histogram().binWidth, m_frame), m_frame.plot));
    m_curves = namedCurves();
}

std::vector<QColor> HistogramView::lawColours() const {
    return seriesColours(pointers(whole().laws), theme());
}

std::vector<KeyEntry> HistogramView::legendEntries() const {
    const std::vector<QColor> colours = lawColours();
    std::vector<KeyEntry> entries;
    std::size_t law = 0;
    for (const HideableSeries& part : series()) {
        KeyEntry entry{.text = QString::fromStdString(part.name),
                       .colour = theme().simulated,
                       .swatch = KeySwatch::fill,
                       .key = part.key};
        const std::size_t lawsFrom = hasBand() ? 2 : 1;
        if (entries.size() == 1 && lawsFrom == 2) {
            entry.colour = theme().band;
        } else if (entries.size() >= lawsFrom && law < whole().laws.size()) {
            entry.colour = colours[law];
            entry.swatch = isDashed(whole().laws[law++]) ? KeySwatch::dashed : KeySwatch::line;
        }
        entries.push_back(entry);
    }
    return entries;
}

std::vector<NamedCurve> HistogramView::namedCurves() const {
    std::vector<NamedCurve> curves;
    const std::vector<KeyEntry> entries = legendEntries();
    for (std::size_t i = 0; i < histogram().laws.size(); ++i) {
        const Series& law = histogram().laws[i];
        const bool main = law.role == SeriesRole::law;
        QList<QPointF> line;
        for (const QList<QPointF>& part : m_lawParts[i])
            line += part;
        curves.push_back({nameOf(entries[i + (hasBand() ? 2 : 1)], law, line), line,
                          main ? 0.66 : 0.8, main ? 0 : 2});
    }
    const bool anyBand = std::any_of(m_bars.begin(), m_bars.end(),
                                     [](const Bar& bar) { return bar.band.has_value(); });
    if (anyBand) {
        const auto outline = stairs(m_bars, m_frame, bandTop);
        curves.push_back({nameOf(entries[1], histogram().band, outline), outline, 0.36, 1});
    }
    const bool anyBar =
        std::any_of(m_bars.begin(), m_bars.end(), [](const Bar& bar) { return bar.height > 0; });
    if (anyBar) {
        const auto outline = stairs(m_bars, m_frame, [](const Bar& bar) { return bar.height; });
        curves.push_back({nameOf(entries[0], histogram().simulated, outline), outline, 0.3, 1});
    }
    if (!m_shownGuess.empty())
        curves.push_back({guessKey(m_distance, lawColours(), theme()),
                          guessLine(m_shownGuess, m_frame), 0.5, 1});
    return curves;
}

QList<QRectF> HistogramView::obstacles() const {
    QList<QRectF> taken;
    for (const Bar& bar : m_bars) {
        const double top = m_frame.mapY(std::max(bar.height, bandTop(bar)));
        if (top > m_frame.plot.bottom())
            continue;
        taken.append(QRectF(QPointF(bar.left, std::max(top, m_frame.plot.top())),
                            QPointF(bar.right, m_frame.plot.bottom())));
    }
    return taken;
}

void HistogramView::addSeries() {
    const std::vector<QColor> colours = lawColours();
    canvas().beginSeries();
    // The law itself comes last, over its alternatives.
    for (std::size_t i = colours.size(); i-- > 0;) {
        const QPen pen = lawPen(histogram().laws[i], colours[i]);
        for (const QList<QPointF>& part : m_lawParts[i])
            canvas().addLine(part, pen);
    }
    if (!m_shownGuess.empty()) {
        for (const QList<QPointF>& part : clipPolyline(m_curves.back().outline, m_frame.plot))
            canvas().addLine(part, guessPen(m_curves.back().key.colour));
    }
    canvas().endSeries();
}

void HistogramView::paintBelowSeries(QPainter& painter) {
    const PixelGrid grid(painter);
    const QRectF& plot = m_frame.plot;
    QList<QRectF> bars;
    QList<QRectF> bands;
    for (const Bar& bar : m_bars) {
        const double left = grid.snap(bar.left);
        const double right = grid.snap(bar.right);
        const double gap = bar.right - bar.left >= kGapFrom ? std::max(1.0, grid.pixel()) : 0;
        const double width = std::max(grid.pixel(), right - left - gap);
        const auto rectangle = [&](double high, double low) {
            const double top = grid.snap(std::clamp(m_frame.mapY(high), plot.top(), plot.bottom()));
            const double bottom =
                grid.snap(std::clamp(m_frame.mapY(low), plot.top(), plot.bottom()));
            return QRectF(left, top, width, bottom - top);
        };
        if (bar.height > 0)
            bars.append(rectangle(bar.height, 0));
        if (bar.band)
            bands.append(rectangle(bar.band->high, bar.band->low));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().simulated);
    painter.drawRects(bars);
    painter.setBrush(theme().band);
    painter.drawRects(bands);
    if (!m_frame.strip.isEmpty())
        paintResiduals(painter);
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void HistogramView::paintResiduals(QPainter& painter) const {
    const PixelGrid grid(painter);
    const QRectF& strip = m_frame.strip;
    const double centre = strip.center().y();
    const double sigma = strip.height() / 2 / kResidualLimit;
    for (const double guide : {-kGuide, kGuide}) {
        const QRectF line =
            grid.horizontalLine(strip.left(), strip.right(), centre - guide * sigma);
        painter.fillRect(line, theme().grid);
        painter.setFont(type::ticks());
        painter.setPen(theme().muted);
        drawTabular(painter, QRectF(0, line.center().y() - 7, strip.left() - 8, 14),
                    Qt::AlignRight | Qt::AlignVCenter,
                    QString::fromStdString(formatSigned(guide, 0)) + "σ");
    }
    painter.fillRect(grid.horizontalLine(strip.left(), strip.right(), centre),
                     baselineColour(theme()));
    for (const Bar& bar : m_bars) {
        if (!bar.residual)
            continue;
        const double shown = std::clamp(*bar.residual, -kResidualLimit, kResidualLimit);
        const double middle = (bar.left + bar.right) / 2;
        const double width = std::clamp((bar.right - bar.left) / 2, grid.pixel(), kResidualWidth);
        const double end = centre - shown * sigma;
        const QRectF thin(QPointF(middle - width / 2, std::min(centre, end)),
                          QPointF(middle + width / 2, std::max(centre, end)));
        const bool clipped = shown != *bar.residual;
        painter.fillRect(grid.snap(thin), clipped ? theme().differsText : theme().simulated);
        if (clipped)
            paintClippedMark(
                painter, std::clamp(middle, strip.left() + kMarkHalf, strip.right() - kMarkHalf),
                end, shown > 0, theme().differsText);
    }
}

void HistogramView::paintAboveSeries(QPainter& painter) {
    m_labels.paint(painter, theme());
    const bool onPaper = window()->testAttribute(Qt::WA_DontShowOnScreen);
    if (guessing() && guess().empty() && !onPaper)
        paintInvitation(painter);
}

std::optional<QPointF> HistogramView::placeOf(double x) const {
    const double pixel = m_frame.mapX(x);
    for (const Bar& bar : m_bars)
        if (bar.left <= pixel && pixel < bar.right)
            return textScale() * QPointF((bar.left + bar.right) / 2,
                                         std::clamp(m_frame.mapY(bar.height), m_frame.plot.top(),
                                                    m_frame.plot.bottom()));
    return {};
}

HistogramKeys HistogramView::keys() const {
    const std::vector<KeyEntry> entries = legendEntries();
    const std::size_t lawsFrom = hasBand() ? 2 : 1;
    HistogramKeys keys;
    const bool anyBar =
        std::ranges::any_of(histogram().simulated.y, [](double y) { return y > 0; });
    if (anyBar)
        keys.simulated = entries[0];
    if (hasBand())
        keys.band = entries[1];
    for (std::size_t i = 0; i < histogram().laws.size(); ++i)
        keys.laws.push_back(entries[i + lawsFrom]);
    if (!m_shownGuess.empty())
        keys.guess = m_curves.back().key;
    return keys;
}

int HistogramView::datumCount() const {
    return static_cast<int>(binCentres(histogram()).size());
}

std::optional<int> HistogramView::datumAt(const QPointF& position) const {
    const QRectF& plot = m_frame.plot;
    const double bottom = m_frame.strip.isEmpty() ? plot.bottom() : m_frame.strip.bottom();
    if (position.x() < plot.left() || position.x() > plot.right() || position.y() < plot.top() ||
        position.y() > bottom)
        return std::nullopt;
    return nearestBin(histogram(), m_frame.valueX(position.x()));
}

std::optional<ReadOut> HistogramView::readOut(int datum) const {
    return histogramReadOut(histogram(), m_frame, keys(), m_shownGuess, datum);
}

} // namespace plumbline
