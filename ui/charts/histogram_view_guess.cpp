#include "core/report/judged_guess.h"
#include "ui/charts/histogram_view.h"
#include "ui/theme/tabular.h"

#include <algorithm>

// The reader's part of a histogram: drawing a guess and judging it.
namespace plumbline {

HistogramView::HistogramView() {
    installEventFilter(this); // comes before the views' other filters
}

void HistogramView::judge() {
    m_shownGuess = guess();
    m_distance.reset();
    if (const auto judged = judgedGuess(whole(), guess())) {
        m_shownGuess = judged->density;
        m_distance = judged->distance;
    }
}

bool HistogramView::eventFilter(QObject* watched, QEvent* event) {
    if (watched != this || !guessing() || !hasFigure())
        return false;
    Guess drawn = guess();
    const auto outcome = m_pen.handle(*event, textScale(), m_frame, guessGrid(whole()), drawn);
    if (outcome == GuessPen::Outcome::notMine)
        return false;
    clearReadOut();
    setGuess(drawn);
    if (outcome == GuessPen::Outcome::done)
        emit guessDrawn(drawn);
    return true;
}

void HistogramView::paintInvitation(QPainter& painter) const {
    const QString text = tr("Draw your guess here: press and drag");
    const QRectF line(m_frame.plot.left() + 8, m_frame.plot.top() + 2,
                      std::min(m_frame.plot.width() - 16, tabularWidth(type::caption(), text) + 2),
                      18);
    painter.setFont(type::caption());
    painter.fillRect(line, theme().card);
    painter.setPen(theme().accent);
    drawTabular(painter, line, Qt::AlignLeft | Qt::AlignVCenter,
                cutToFit(type::caption(), text, line.width()));
}

} // namespace plumbline
