#pragma once

#include "core/report/figure.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <memory>

namespace plumbline {

/**
 * Draws one figure: title, caption, plot, axes and legend, on the theme's card colour and without a
 * card border of its own, but with the room inside a card's edge. Built once per figure and then
 * updated: an equal figure costs a comparison, a change of kind needs a new view. It draws vectors
 * at any pixel ratio, shown or not; automatic axes keep their ends for as long as the data allow.
 */
class FigureView : public QWidget {
    Q_OBJECT

  public:
    using QWidget::QWidget;

    /// Shows the figure. It must be of the kind the view was made for.
    virtual void setFigure(const Figure& figure) = 0;
    virtual void setTheme(const Theme& theme) = 0;
};

/// The view for the figure's kind, showing it already.
std::unique_ptr<FigureView> makeFigureView(const Figure& figure, const Theme& theme);

} // namespace plumbline
