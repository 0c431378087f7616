#include "ui/charts/histogram_read_out.h"

#include "core/report/number_format.h"
#include "ui/charts/histogram_bars.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

std::optional<double> at(const std::vector<double>& values, std::size_t index) {
    return index < values.size() ? std::optional(values[index]) : std::nullopt;
}

/// Rows and dots, gathered series by series.
class Gathering {
  public:
    Gathering(const Histogram& histogram, const PlotFrame& frame, std::size_t bin, double centre)
        : m_histogram(histogram), m_frame(frame), m_bin(bin), m_x(frame.mapX(centre)),
          m_centre(centre) {}

    void addSimulated(const KeyEntry& key) {
        if (key.text.isEmpty())
            return;
        const auto value = at(m_histogram.simulated.y, m_bin);
        if (!value)
            return;
        m_simulated = Measurement{*value, at(m_histogram.simulated.error, m_bin)};
        m_readOut.rows.push_back(measuredRow(key, *m_simulated));
        addDot(*value, key.colour);
    }

    void addLaw(const Series& law, const KeyEntry& key) {
        const bool residual = law.role == SeriesRole::law && &law == &m_histogram.laws.front();
        if (const auto value = at(law.y, m_bin))
            addCompared(*value, key,
                        residual ? at(m_histogram.residuals.y, m_bin) : std::optional<double>());
    }

    void addGuess(const Guess& guess, const KeyEntry& key) {
        if (!guess.empty())
            addCompared(guessAt(guess, m_centre, m_histogram.binWidth), key, {});
    }

    void addBand(const KeyEntry& key) {
        const auto low = at(m_histogram.band.low, m_bin);
        const auto high = at(m_histogram.band.high, m_bin);
        if (low && high && !key.text.isEmpty())
            m_readOut.rows.push_back(rangeRow(key, *low, *high, m_simulated));
    }

    ReadOut finished() {
        const double bottom =
            m_frame.strip.isEmpty() ? m_frame.plot.bottom() : m_frame.strip.bottom();
        m_readOut.marks.prepend({ReadOutMark::Shape::line, QRectF(m_x - 0.5, m_frame.plot.top(), 1,
                                                                  bottom - m_frame.plot.top())});
        if (m_readOut.datum.isNull())
            m_readOut.datum = QRectF(m_x - 1, m_frame.plot.center().y(), 2, 1);
        return m_readOut;
    }

  private:
    void addCompared(double value, const KeyEntry& key, std::optional<double> sigmas) {
        if (key.text.isEmpty())
            return;
        m_readOut.rows.push_back(comparedRow(key, value, m_simulated, sigmas));
        addDot(value, key.colour);
    }

    void addDot(double y, const QColor& colour) {
        const QPointF place(m_x,
                            std::clamp(m_frame.mapY(y), m_frame.plot.top(), m_frame.plot.bottom()));
        m_readOut.marks.append(dotAt(place, colour));
        m_readOut.datum = m_readOut.datum.united(m_readOut.marks.back().place);
    }

    const Histogram& m_histogram;
    const PlotFrame& m_frame;
    std::size_t m_bin;
    double m_x; ///< in the view
    double m_centre;
    std::optional<Measurement> m_simulated;
    ReadOut m_readOut;
};

} // namespace

std::optional<int> nearestBin(const Histogram& histogram, double x) {
    const std::vector<double>& centres = binCentres(histogram);
    if (centres.empty())
        return std::nullopt;
    auto nearest = std::ranges::lower_bound(centres, x);
    if (nearest == centres.end() ||
        (nearest != centres.begin() && x - *(nearest - 1) < *nearest - x))
        --nearest;
    return static_cast<int>(nearest - centres.begin());
}

std::string binText(const Histogram& histogram, double centre) {
    constexpr int kDigits = 10;
    const double width = histogram.binWidth;
    const double first = centre - (width - 1) / 2;
    if (!(width > 1) || width != std::floor(width) || first != std::floor(first))
        return formatNumber(centre, kDigits);
    return formatNumber(first, kDigits) + "–" + formatNumber(first + width - 1, kDigits);
}

std::optional<ReadOut> histogramReadOut(const Histogram& histogram, const PlotFrame& frame,
                                        const HistogramKeys& keys, const Guess& guess, int datum) {
    const std::vector<double>& centres = binCentres(histogram);
    const auto bin = static_cast<std::size_t>(datum);
    constexpr double kSlack = 1e-6;
    if (datum < 0 || bin >= centres.size() ||
        !(frame.mapX(centres[bin]) >= frame.plot.left() - kSlack) ||
        !(frame.mapX(centres[bin]) <= frame.plot.right() + kSlack))
        return std::nullopt;
    Gathering gathering(histogram, frame, bin, centres[bin]);
    gathering.addSimulated(keys.simulated);
    for (std::size_t i = 0; i < std::min(histogram.laws.size(), keys.laws.size()); ++i)
        gathering.addLaw(histogram.laws[i], keys.laws[i]);
    gathering.addGuess(guess, keys.guess);
    gathering.addBand(keys.band);
    ReadOut readOut = gathering.finished();
    readOut.title =
        labelled(frame.xTitle, QString::fromStdString(binText(histogram, centres[bin])));
    return readOut;
}

} // namespace plumbline
