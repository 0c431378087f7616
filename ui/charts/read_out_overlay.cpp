#include "ui/charts/read_out_overlay.h"

#include "ui/charts/figure_view.h"
#include "ui/charts/pixel_grid.h"
#include "ui/charts/read_out_card.h"

#include <QPainter>

namespace plumbline {
namespace {

constexpr double kRoomRound = 4; ///< of the card's colour round a mark, and for antialiasing
constexpr double kRadius = 2;

void paintDot(QPainter& painter, const ReadOutMark& mark, const Theme& theme) {
    painter.setPen(QPen(theme.card, 1.5));
    painter.setBrush(mark.colour);
    painter.drawEllipse(mark.place);
}

/// Seen on any colour: text within the card's.
template <typename Draw>
void paintOutline(QPainter& painter, const Theme& theme, Draw draw) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.card, 4));
    draw();
    painter.setPen(QPen(theme.text, 1.5));
    draw();
}

} // namespace

ReadOutOverlay::ReadOutOverlay(FigureView& view) : QWidget(&view), m_view(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void ReadOutOverlay::show(const ReadOut& readOut, const QPointF& pointer) {
    const QRegion before = painted();
    const bool same = m_readOut == readOut;
    m_readOut = readOut;
    const QRectF view(QPointF(), m_view.layoutSize());
    const QSizeF card = ReadOutCard(readOut, view.size()).size();
    const QPointF place = placeCard(card, readOut.datum, pointer, view);
    const QRectF last = m_card;
    m_card = QRectF(QPointF(std::round(place.x()), std::round(place.y())), card);
    if (same && m_card == last)
        return;
    if (isHidden()) {
        raise();
        setVisible(true);
    }
    update(before | painted());
}

void ReadOutOverlay::clear() {
    m_readOut.reset();
    m_card = {};
    hide();
}

QRect ReadOutOverlay::scaled(const QRectF& rectangle) const {
    const double scale = m_view.textScale();
    return QRectF(rectangle.topLeft() * scale, rectangle.size() * scale).toAlignedRect();
}

QRegion ReadOutOverlay::painted() const {
    QRegion region;
    if (!m_readOut)
        return region;
    for (const ReadOutMark& mark : m_readOut->marks)
        region += scaled(mark.place.adjusted(-kRoomRound, -kRoomRound, kRoomRound, kRoomRound));
    return region + scaled(m_card);
}

void ReadOutOverlay::paintEvent(QPaintEvent*) {
    if (!m_readOut)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_view.textScale(), m_view.textScale());
    for (const ReadOutMark& mark : m_readOut->marks)
        paintMark(painter, mark);
    ReadOutCard(*m_readOut, m_view.layoutSize()).paint(painter, m_card.topLeft(), m_view.theme());
}

void ReadOutOverlay::paintMark(QPainter& painter, const ReadOutMark& mark) const {
    switch (mark.shape) {
    case ReadOutMark::Shape::line:
        painter.fillRect(PixelGrid(painter).verticalLine(mark.place.center().x(), mark.place.top(),
                                                         mark.place.bottom()),
                         m_view.theme().muted);
        return;
    case ReadOutMark::Shape::dot:
        paintDot(painter, mark, m_view.theme());
        return;
    case ReadOutMark::Shape::ring:
        paintOutline(painter, m_view.theme(), [&] { painter.drawEllipse(mark.place); });
        return;
    case ReadOutMark::Shape::outline:
        paintOutline(painter, m_view.theme(),
                     [&] { painter.drawRoundedRect(mark.place, kRadius, kRadius); });
        return;
    }
}

} // namespace plumbline
