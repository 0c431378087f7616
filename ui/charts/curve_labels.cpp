#include "ui/charts/curve_labels.h"

#include "ui/theme/contrast.h"
#include "ui/theme/shaped_text.h"
#include "ui/theme/tabular.h"

#include <QFontMetricsF>

#include <cmath>

namespace plumbline {
namespace {

/// About a third of a second of frames.
constexpr int kFramesBeforeLeavingLegend = 20;

const QFont& labelFont() {
    static const QFont font = [] {
        QFont strong = type::ticks();
        strong.setWeight(QFont::DemiBold);
        return strong;
    }();
    return font;
}

} // namespace

void CurveLabels::reset() {
    m_inLegend = false;
    m_roomFor = 0;
    m_labels.clear();
}

std::vector<KeyEntry> CurveLabels::entries(const std::vector<NamedCurve>& curves) {
    std::vector<KeyEntry> result;
    for (const NamedCurve& curve : curves) {
        if (!curve.key.text.isEmpty())
            result.push_back(curve.key);
    }
    return result;
}

bool CurveLabels::place(const QRectF& plot, const std::vector<NamedCurve>& curves,
                        const QList<QRectF>& obstacles) {
    const QFontMetricsF metrics(labelFont());
    std::vector<LabelledCurve> wanted;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        LabelledCurve curve;
        curve.outline = curves[i].outline;
        curve.preferred = curves[i].preferred;
        curve.rank = curves[i].rank;
        curve.isLine = curves[i].key.swatch != KeySwatch::fill;
        if (!curves[i].key.text.isEmpty())
            curve.size = {std::ceil(tabularWidth(labelFont(), curves[i].key.text)) + 2,
                          std::ceil(metrics.height())};
        if (i < m_labels.size() && m_labels[i].key.text == curves[i].key.text &&
            !m_labels[i].rectangle.isEmpty())
            curve.previous = m_labels[i].rectangle.center();
        wanted.push_back(std::move(curve));
    }
    const auto rectangles = placeLabels(plot, wanted, obstacles);
    m_labels.clear();
    const bool wasInLegend = m_inLegend;
    m_roomFor = rectangles ? m_roomFor + 1 : 0;
    m_inLegend = !rectangles || (wasInLegend && m_roomFor < kFramesBeforeLeavingLegend);
    if (!m_inLegend) {
        for (std::size_t i = 0; i < curves.size(); ++i)
            m_labels.push_back({curves[i].key, (*rectangles)[i]});
    }
    return m_inLegend == wasInLegend;
}

std::string CurveLabels::keyAt(const QPointF& position) const {
    for (const Label& label : m_labels) {
        if (label.rectangle.contains(position))
            return label.key.key;
    }
    return {};
}

void CurveLabels::paint(QPainter& painter, const Theme& theme) const {
    painter.setFont(labelFont());
    for (const Label& label : m_labels) {
        if (label.rectangle.isEmpty())
            continue;
        painter.fillRect(label.rectangle, theme.card);
        QColor ink = label.key.colour;
        ink.setAlpha(255);
        painter.setPen(readableOn(theme.card, ink, theme.text));
        drawShaped(painter, label.rectangle, Qt::AlignCenter, label.key.text);
    }
}

} // namespace plumbline
