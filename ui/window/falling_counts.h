#pragma once

#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QPointF>
#include <QRegion>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace plumbline {

/// A result on its way into the bar that counts it, in the parent's pixels.
struct FallingCount {
    QPointF from;
    QPointF over; ///< above the bar, where the way bends down
    QPointF to;
    QString text; ///< empty: a small token without words
};

/**
 * Tokens that fall over the page while single draws are watched. It lies over everything and takes
 * neither mouse nor focus; hidden when nothing falls, and what still falls when it is hidden has
 * landed.
 */
class FallingCounts : public QWidget {
    Q_OBJECT

  public:
    explicit FallingCounts(QWidget* parent);

    /// False where the desktop's style, or PLUMBLINE_REDUCED_MOTION in the environment, asks for
    /// still pictures.
    bool isMotionWanted() const;

    /// Lets them fall in place of what still falls. False, and nothing falls, where there is
    /// nothing to see.
    bool drop(std::vector<FallingCount> counts, const Theme& theme);

    /// Takes away what falls without a word.
    void clear();

    bool isFalling() const { return !m_counts.empty(); }

  signals:
    void landed(); ///< all of them

  protected:
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void move();
    double progress(std::size_t index) const;
    QRectF token(std::size_t index) const;
    QRegion tokens() const;

    std::vector<FallingCount> m_counts;
    const Theme* m_theme;
    QTimer m_frame;
    QElapsedTimer m_clock;
    QRegion m_painted;
};

} // namespace plumbline
