#include "ui/window/verdict_table.h"

#include "ui/theme/shaped_text.h"
#include "ui/theme/tabular.h"
#include "ui/window/accessible_verdicts.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr int kRowHeight = 23;
constexpr int kPadding = spacing::kSmall;
constexpr int kInset = spacing::kSmall; ///< of text from the ends of the rules between rows
constexpr int kColumnGap = 20;
constexpr int kTightGap = spacing::kMedium;
constexpr int kChipHeight = 17;
constexpr int kChipPadding = 9;
constexpr int kLeastNote = 60; ///< a shorter note says nothing
constexpr int kMostQuantity = 260;
constexpr int kLeastQuantity = 70;

enum Column { quantityColumn, simulatedColumn, theoryColumn, zColumn, verdictColumn, noteColumn };

QString fromCore(const std::string& text) {
    return QString::fromStdString(text);
}

QFont chipFont() {
    QFont font = type::ticks();
    font.setWeight(QFont::DemiBold);
    return font;
}

int chipWidth(const std::string& word) {
    return static_cast<int>(std::ceil(tabularWidth(chipFont(), fromCore(word)))) + 2 * kChipPadding;
}

bool sameQuantities(const std::vector<VerdictRow>& a, const std::vector<VerdictRow>& b) {
    return std::ranges::equal(a, b, {}, &VerdictRow::quantity, &VerdictRow::quantity);
}

} // namespace

struct VerdictTable::Columns {
    QRect cells[6]; ///< of the first row; top is 0
};

VerdictTable::VerdictTable(const Theme& theme, QWidget* parent) : Card(theme, parent) {
    installAccessibleVerdicts();
    setAccessibleName(tr("Verdicts"));
    setFont(type::body());
}

void VerdictTable::startRun() {
    m_quantity = m_simulated = m_theory = m_z = 0;
}

void VerdictTable::setVerdicts(const std::vector<Verdict>& verdicts) {
    m_verdicts = verdicts;
    showRows();
}

void VerdictTable::setLawHidden(bool hidden) {
    if (hidden == m_lawHidden)
        return;
    m_lawHidden = hidden;
    startRun();
    showRows();
}

void VerdictTable::showRows() {
    std::vector<VerdictRow> rows;
    rows.reserve(m_verdicts.size());
    for (const Verdict& verdict : m_verdicts)
        rows.push_back(m_lawHidden ? verdictRowWithoutLaw(verdict) : verdictRow(verdict));
    if (!sameQuantities(rows, m_rows))
        startRun();
    m_rows = std::move(rows);
    measure();
    setAccessibleDescription(spoken());
    update();
}

void VerdictTable::measure() {
    const QFont font = type::body();
    const QFontMetrics captions(type::caption());
    const auto widen = [&](int& width, const QString& text) {
        width = std::max(width, static_cast<int>(std::ceil(tabularWidth(font, text))));
    };
    widen(m_simulated, tr("simulated ± SE"));
    widen(m_theory, tr("theory"));
    widen(m_z, QStringLiteral("+0.4"));
    m_chip = captions.horizontalAdvance(tr("verdict"));
    m_note = 0;
    for (const VerdictRow& row : m_rows) {
        widen(m_quantity, fromCore(row.quantity));
        widen(m_simulated, fromCore(row.simulated));
        widen(m_theory, fromCore(row.theory));
        widen(m_z, fromCore(row.z));
        m_chip = std::max(m_chip, chipWidth(row.word));
        m_note = std::max(m_note,
                          static_cast<int>(tabularWidth(type::caption(), fromCore(row.note))) + 1);
    }
}

QString VerdictTable::spoken() const {
    QStringList lines;
    for (const VerdictRow& row : m_rows)
        lines << fromCore(plumbline::spokenRow(row));
    return lines.join(QStringLiteral(". "));
}

QString VerdictTable::spokenRow(int index) const {
    return fromCore(plumbline::spokenRow(m_rows[static_cast<std::size_t>(index)]));
}

QRect VerdictTable::rowRectangle(int index) const {
    const double scale = textScale();
    const double top = (kPadding + kRowHeight * (index + 1)) * scale;
    return QRectF(0, top, width(), kRowHeight * scale).toRect();
}

int VerdictTable::neededHeight() const {
    if (m_rows.empty())
        return 0;
    return 2 * kPadding + kRowHeight * (static_cast<int>(m_rows.size()) + 1);
}

int VerdictTable::readableWidth() const {
    return 2 * (kPadding + kInset) + std::min(m_quantity, kMostQuantity) + m_simulated + m_theory +
           m_z + m_chip + 4 * kTightGap;
}

VerdictTable::Columns VerdictTable::columns() const {
    const int left = kPadding + kInset;
    const int room = layoutWidth() - 2 * left;
    int quantity = std::min(m_quantity, kMostQuantity);
    const int numbers = m_simulated + m_theory + m_z;
    // Gaps give way to a note that is cut, and then to a quantity.
    const int spare = room - quantity - numbers - m_chip - m_note;
    const int gap = std::clamp(spare / 5, kTightGap, kColumnGap);
    const int fixed = numbers + 4 * gap + m_chip;
    quantity = std::clamp(room - fixed, std::min(kLeastQuantity, quantity), quantity);

    Columns result;
    int x = left;
    const int widths[] = {quantity, m_simulated, m_theory, m_z, m_chip};
    for (int i = 0; i < 5; ++i) {
        result.cells[i] = {x, 0, widths[i], kRowHeight};
        x += widths[i] + gap;
    }
    x += kTightGap - gap;
    const int note = layoutWidth() - kPadding - x;
    if (note >= std::min(kLeastNote, m_note))
        result.cells[noteColumn] = {x, 0, note, kRowHeight};
    return result;
}

void VerdictTable::paintEvent(QPaintEvent* event) {
    Card::paintEvent(event);
    if (m_rows.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(textScale(), textScale());
    const Columns cells = columns();
    const QString titles[] = {tr("quantity"), tr("simulated ± SE"), tr("theory"), tr("z"),
                              tr("verdict")};
    painter.setFont(type::caption());
    painter.setPen(theme().muted);
    for (int i = 0; i < 5; ++i) {
        const bool number = i >= simulatedColumn && i <= zColumn;
        drawShaped(painter, cells.cells[i].translated(0, kPadding),
                   Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft), titles[i]);
    }
    int top = kPadding + kRowHeight;
    for (const VerdictRow& row : m_rows) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(theme().line);
        painter.drawLine(kPadding, top, layoutWidth() - kPadding - 1, top);
        painter.setRenderHint(QPainter::Antialiasing);
        paintRow(painter, cells, row, top);
        top += kRowHeight;
    }
}

void VerdictTable::paintRow(QPainter& painter, const Columns& columns, const VerdictRow& row,
                            int top) const {
    const auto cell = [&](Column column) { return columns.cells[column].translated(0, top); };
    painter.setFont(type::body());
    painter.setPen(theme().text);
    const QRect quantity = cell(quantityColumn);
    drawShaped(painter, quantity, Qt::AlignVCenter | Qt::AlignLeft,
               cutToFit(type::body(), fromCore(row.quantity), quantity.width()));
    drawTabular(painter, cell(simulatedColumn), Qt::AlignVCenter | Qt::AlignRight,
                fromCore(row.simulated));
    drawTabular(painter, cell(theoryColumn), Qt::AlignVCenter | Qt::AlignRight,
                fromCore(row.theory));
    drawTabular(painter, cell(zColumn), Qt::AlignVCenter | Qt::AlignRight, fromCore(row.z));
    paintChip(painter, cell(verdictColumn), row.word);
    if (columns.cells[noteColumn].isEmpty())
        return;
    const QRect note = cell(noteColumn);
    // All notes a size smaller rather than one of them cut.
    const QFont font = m_note <= note.width() ? type::caption() : type::ticks();
    painter.setFont(font);
    painter.setPen(theme().muted);
    drawShaped(painter, note, Qt::AlignVCenter | Qt::AlignLeft,
               cutToFit(font, fromCore(row.note), note.width()));
}

void VerdictTable::paintChip(QPainter& painter, const QRect& cell, const std::string& word) const {
    const bool agrees = word == "agrees";
    const bool differs = word == "differs";
    const QString text = fromCore(word);
    const QRectF chip(cell.left(), cell.center().y() - kChipHeight / 2.0 + 1, chipWidth(word),
                      kChipHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(agrees ? theme().agreesFill : (differs ? theme().differsFill : theme().grid));
    painter.drawRoundedRect(chip, kChipHeight / 2.0, kChipHeight / 2.0);
    painter.setFont(chipFont());
    painter.setPen(agrees ? theme().agreesText : (differs ? theme().differsText : theme().muted));
    drawShaped(painter, chip, Qt::AlignCenter, text);
}

QPoint VerdictTable::cellAt(const QPoint& place) const {
    const QPointF position = QPointF(place) / textScale();
    const int row = static_cast<int>((position.y() - kPadding) / kRowHeight) - 1;
    if (position.y() < kPadding + kRowHeight || row >= static_cast<int>(m_rows.size()))
        return {-1, -1};
    const Columns cells = columns();
    for (int i = 0; i < 6; ++i) {
        if (position.x() >= cells.cells[i].left() && position.x() < cells.cells[i].right() + 1)
            return {i, row};
    }
    return {-1, row};
}

bool VerdictTable::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return Card::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QPoint cell = cellAt(help->pos());
    if (cell.y() < 0) {
        QToolTip::hideText();
        return true;
    }
    const VerdictRow& row = m_rows[static_cast<std::size_t>(cell.y())];
    const QString note = row.note.empty() ? QString() : QStringLiteral(": ") + fromCore(row.note);
    QToolTip::showText(help->globalPos(), fromCore(row.quantity) + note, this);
    return true;
}

} // namespace plumbline
