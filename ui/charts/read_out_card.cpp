#include "ui/charts/read_out_card.h"

#include "ui/theme/tabular.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline {
namespace {

constexpr double kPadding = spacing::kSmall;
constexpr double kRowHeight = 17;
constexpr double kTitleHeight = 19;
constexpr double kSwatchWidth = 18;
constexpr double kSwatchGap = 6;
constexpr double kColumnGap = spacing::kMedium;
constexpr double kSmallGap = spacing::kSmall;
constexpr double kTightGap = spacing::kTiny;
constexpr double kWidestName = 190;
constexpr double kNarrowestName = 24;
constexpr double kReadableName = 80;
constexpr double kBesidePointer = 14; ///< clear of the pointer's own picture
constexpr double kFromEdge = 4;       ///< of the view

QString differenceTitle() {
    return QCoreApplication::translate("ReadOut", "difference");
}

const QFont& titleFont() {
    static const QFont font = [] {
        QFont strong = type::caption();
        strong.setWeight(QFont::DemiBold);
        return strong;
    }();
    return font;
}

double widthOf(const QFont& font, const QString& text) {
    return text.isEmpty() ? 0 : std::ceil(tabularWidth(font, text)) + 1;
}

double overlap(const QRectF& a, const QRectF& b) {
    const QRectF both = a & b;
    return both.width() * both.height();
}

} // namespace

ReadOutCard::ReadOutCard(const ReadOut& readOut, const QSizeF& view)
    : m_title(readOut.title), m_rows(readOut.rows) {
    const QSizeF room = view - QSizeF(2, 2) * (kFromEdge + kPadding);
    const double fitting = (room.height() - kTitleHeight) / kRowHeight;
    const auto most = static_cast<std::size_t>(std::max(1.0, fitting));
    if (m_rows.size() > most)
        m_rows.resize(most);
    measure();
    if (room.width() - numbersWidth() < kReadableName) {
        // The errors make room for the names; ranges need their column.
        std::erase_if(m_rows, [](const ReadOutRow& row) { return row.isRange; });
        for (ReadOutRow& row : m_rows)
            row.error.clear();
        measure();
    }
    const double names = std::min(kWidestName, m_name);
    m_name = std::clamp(room.width() - numbersWidth(), std::min(kNarrowestName, names), names);
    double title = widthOf(titleFont(), m_title);
    if (m_difference > 0)
        title += m_difference + m_sigmas;
    m_width = std::min(room.width(), std::max(title, numbersWidth() + m_name));
}

void ReadOutCard::measure() {
    m_swatch = m_name = m_value = m_error = m_difference = m_sigmas = 0;
    const auto widen = [](double& column, const QString& text, double gap) {
        if (!text.isEmpty())
            column = std::max(column, widthOf(type::ticks(), text) + gap);
    };
    for (const ReadOutRow& row : m_rows) {
        if (row.key.colour.isValid())
            m_swatch = kSwatchWidth + kSwatchGap;
        widen(m_name, row.key.text, 0);
        widen(m_value, row.value, kColumnGap);
        widen(m_error, row.error, kTightGap);
        widen(m_difference, row.difference, kColumnGap);
        widen(m_sigmas, row.sigmas, kSmallGap);
    }
    if (m_difference > 0) {
        const double heading = widthOf(type::ticks(), differenceTitle()) + kColumnGap;
        m_difference = std::max(m_difference, heading - m_sigmas);
    }
}

double ReadOutCard::numbersWidth() const {
    return m_swatch + m_value + m_error + m_difference + m_sigmas;
}

QSizeF ReadOutCard::size() const {
    return {m_width + 2 * kPadding,
            kTitleHeight + static_cast<double>(m_rows.size()) * kRowHeight + 2 * kPadding - 2};
}

void ReadOutCard::paint(QPainter& painter, const QPointF& topLeft, const Theme& theme) const {
    const QRectF all(topLeft, size());
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(all.adjusted(0.5, 0.5, -0.5, -0.5), spacing::kRadius, spacing::kRadius);
    QRectF line(all.left() + kPadding, all.top() + kPadding - 1, m_width, kTitleHeight);
    painter.setFont(titleFont());
    painter.setPen(theme.text);
    const double title = m_width - m_difference - m_sigmas;
    drawTabular(painter, line, Qt::AlignLeft | Qt::AlignVCenter,
                cutToFit(titleFont(), m_title, title));
    painter.setFont(type::ticks());
    if (m_difference > 0) {
        painter.setPen(theme.muted);
        drawTabular(painter, line, Qt::AlignRight | Qt::AlignVCenter, differenceTitle());
    }
    line.setTop(line.bottom());
    line.setHeight(kRowHeight);
    for (const ReadOutRow& row : m_rows) {
        paintRow(painter, row, line, theme);
        line.translate(0, kRowHeight);
    }
}

void ReadOutCard::paintRow(QPainter& painter, const ReadOutRow& row, const QRectF& line,
                           const Theme& theme) const {
    if (row.key.colour.isValid())
        paintSwatch(painter, row.key, QRectF(line.left(), line.top(), kSwatchWidth, line.height()));
    painter.setFont(type::ticks());
    painter.setPen(theme.muted);
    double right = line.right() - m_sigmas - m_difference - m_error;
    const double name = right - m_value - line.left() - m_swatch;
    drawTabular(painter, line.adjusted(m_swatch, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                cutToFit(type::ticks(), row.key.text, name));
    painter.setPen(theme.text);
    const auto drawUpTo = [&](double end, const QString& text) {
        drawTabular(painter, QRectF(line.topLeft(), QPointF(end, line.bottom())),
                    Qt::AlignRight | Qt::AlignVCenter, text);
    };
    drawUpTo(right, row.value);
    if (!row.error.isEmpty())
        drawTabular(painter, QRectF(right + kTightGap, line.top(), m_error, line.height()),
                    Qt::AlignLeft | Qt::AlignVCenter, row.error);
    right += m_error;
    drawUpTo(right += m_difference, row.difference);
    drawUpTo(right += m_sigmas, row.sigmas);
}

QPointF placeCard(const QSizeF& card, const QRectF& datum, const QPointF& pointer,
                  const QRectF& view) {
    const QRectF room = view.adjusted(kFromEdge, kFromEdge, -kFromEdge, -kFromEdge);
    const QRectF busy =
        datum.united(QRectF(pointer - QPointF(1, 1), QSizeF(2, 2)))
            .adjusted(-kBesidePointer, -kBesidePointer, kBesidePointer, kBesidePointer);
    const auto inside = [&](double x, double y) {
        return QPointF(
            std::clamp(x, room.left(), std::max(room.left(), room.right() - card.width())),
            std::clamp(y, room.top(), std::max(room.top(), room.bottom() - card.height())));
    };
    const double x = pointer.x() - card.width() / 2;
    const double y = pointer.y() - card.height() / 2;
    const QPointF places[] = {inside(busy.right(), y),
                              inside(busy.left() - card.width(), y),
                              inside(x, busy.top() - card.height()),
                              inside(x, busy.bottom()),
                              inside(room.right(), room.top()),
                              inside(room.left(), room.top()),
                              inside(room.right(), room.bottom()),
                              inside(room.left(), room.bottom())};
    QPointF best = places[0];
    double least = std::numeric_limits<double>::infinity();
    for (const QPointF& place : places) {
        const double covered = overlap(QRectF(place, card), datum);
        if (covered < least) {
            least = covered;
            best = place;
        }
    }
    return best;
}

} // namespace plumbline
