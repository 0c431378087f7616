#pragma once

#include "core/report/verdict_row.h"
#include "ui/window/card.h"

#include <vector>

namespace plumbline {

/**
 * The verdicts of a report as a card: quantity | simulated ± SE | theory | z | verdict | note.
 * Numbers are right-aligned in tabular figures; the verdict is a word in a chip; a note that does
 * not fit is elided and told in full by its tool tip. Columns of numbers only grow while one run's
 * trials accumulate, so that nothing jumps.
 */
class VerdictTable : public Card {
    Q_OBJECT

  public:
    explicit VerdictTable(const Theme& theme, QWidget* parent = nullptr);

    /// The next verdicts are another run's: columns are as wide as those need.
    void startRun();

    void setVerdicts(const std::vector<Verdict>& verdicts);

    /// For a reader who is still guessing: theory, z, verdict and note are not told, on the screen
    /// or to a screen reader.
    void setLawHidden(bool hidden);

    /// A row as a screen reader says it.
    QString spokenRow(int index) const;

    /// Where a row lies in the table.
    QRect rowRectangle(int index) const;

    const std::vector<VerdictRow>& rows() const { return m_rows; }

    /// Of a table with the rows it has; 0 when it has none. Before the text scale, as is
    /// readableWidth().
    int neededHeight() const;

    /// Below it quantities are elided as well.
    int readableWidth() const;

    /// The row and the column (0 to 5) at a place; -1 where there is none.
    QPoint cellAt(const QPoint& position) const;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Columns; ///< left edges and widths
    Columns columns() const;
    void measure();
    int layoutWidth() const { return static_cast<int>(layoutSize().width()); }
    void paintRow(QPainter& painter, const Columns& columns, const VerdictRow& row, int top) const;
    void paintChip(QPainter& painter, const QRect& cell, const std::string& word) const;
    QString spoken() const;

    void showRows();

    std::vector<Verdict> m_verdicts;
    std::vector<VerdictRow> m_rows;
    bool m_lawHidden = false;
    int m_quantity = 0; ///< widths of the columns' widest texts so far
    int m_simulated = 0;
    int m_theory = 0;
    int m_z = 0;
    int m_chip = 0; ///< of what is on show, as is the next: words change seldom
    int m_note = 0;
};

} // namespace plumbline
