#include "ui/charts/legend.h"

#include "ui/theme/shaped_text.h"
#include "ui/theme/tabular.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr double kRowHeight = 18;
constexpr double kSwatchWidth = 18;
constexpr double kSwatchGap = 6;
constexpr double kItemGap = spacing::kLarge;

} // namespace

void paintSwatch(QPainter& painter, const KeyEntry& entry, const QRectF& rectangle) {
    const QPointF centre = rectangle.center();
    switch (entry.swatch) {
    case KeySwatch::fill:
        painter.fillRect(QRectF(rectangle.left() + 3, centre.y() - 5, 12, 10), entry.colour);
        return;
    case KeySwatch::line:
    case KeySwatch::dashed:
    case KeySwatch::dotted: {
        QPen pen(entry.colour, 2);
        if (entry.swatch == KeySwatch::dashed)
            pen.setDashPattern({2.5, 1.5});
        else if (entry.swatch == KeySwatch::dotted)
            pen.setDashPattern({1, 1});
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLine(QPointF(rectangle.left(), centre.y()),
                         QPointF(rectangle.right(), centre.y()));
        return;
    }
    case KeySwatch::marker:
        painter.fillPath(markerPath(entry.shape, 8).translated(centre), entry.colour);
        return;
    }
}

Legend layOutLegend(const std::vector<KeyEntry>& entries, const QPointF& topLeft, double width) {
    Legend legend;
    double x = 0;
    double y = 0;
    for (const KeyEntry& entry : entries) {
        const double wanted =
            kSwatchWidth + kSwatchGap + tabularWidth(type::ticks(), entry.text) + 1;
        const double taken = std::min(wanted, width);
        if (x > 0 && x + taken > width) {
            x = 0;
            y += kRowHeight;
        }
        legend.items.push_back(
            {entry, QRectF(topLeft.x() + x, topLeft.y() + y, taken, kRowHeight)});
        x += taken + kItemGap;
    }
    legend.height = entries.empty() ? 0 : y + kRowHeight;
    return legend;
}

void Legend::paint(QPainter& painter, const Theme& theme) const {
    for (const Item& item : items) {
        const QRectF& all = item.rectangle;
        painter.setRenderHint(QPainter::Antialiasing, true);
        KeyEntry swatch = item.entry;
        if (swatch.hidden)
            swatch.colour = theme.line;
        paintSwatch(painter, swatch, QRectF(all.left(), all.top(), kSwatchWidth, all.height()));
        const QRectF text = all.adjusted(kSwatchWidth + kSwatchGap, 0, 0, 0);
        QFont font = type::ticks();
        font.setStrikeOut(swatch.hidden);
        painter.setFont(font);
        painter.setPen(theme.muted);
        drawShaped(painter, text, Qt::AlignLeft | Qt::AlignVCenter,
                   cutToFit(type::ticks(), item.entry.text, text.width()));
    }
}

std::string Legend::keyAt(const QPointF& position) const {
    for (const Item& item : items) {
        if (item.rectangle.contains(position))
            return item.entry.key;
    }
    return {};
}

} // namespace plumbline
