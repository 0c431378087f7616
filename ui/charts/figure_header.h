#pragma once

#include "core/report/figure.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QRectF>
#include <QString>

namespace plumbline {

/// Title and caption at the top left of a view; both are cut with an ellipsis when narrow.
struct FigureHeader {
    QString title;
    QString caption;
    QRectF titleRectangle;
    QRectF captionRectangle;
    double bottom = 0; ///< where the plot's own space begins

    void paint(QPainter& painter, const Theme& theme) const;

    /// Gives the caption's line away; the title's tooltip tells it instead.
    void hideCaption();

    /// The full text of what is cut at that place; empty where nothing is.
    QString cutTextAt(const QPointF& position) const;
};

/// A view less high leaves out the caption, which the title's tool tip tells instead.
inline constexpr double kLowView = 240;

FigureHeader layOutHeader(const Figure& figure, const QSizeF& size);

/// Room inside every view's edge.
inline constexpr double kViewMargin = spacing::kMedium;

} // namespace plumbline
