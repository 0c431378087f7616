#pragma once

#include "core/lab/view_settings.h"
#include "core/report/figure.h"
#include "ui/charts/figure_header.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace plumbline {

/**
 * Draws one figure: title, caption, plot, axes and legend, on the theme's card colour and without a
 * card border of its own, but with the room inside a card's edge. Built once per figure and then
 * updated: an equal figure costs a comparison, a change of kind needs a new view. It draws vectors
 * at any pixel ratio, shown or not; automatic axes keep their ends for as long as the data allow.
 *
 * A subclass lays out when something changed and paints what it laid out; painting lays out
 * nothing.
 */
class FigureView : public QWidget {
    Q_OBJECT

  public:
    FigureView();

    /// Shows the figure. It must be of the kind the view was made for.
    void setFigure(const Figure& figure);
    void setTheme(const Theme& theme);

    /// How the figure is looked at. Emits nothing.
    void setSettings(const FigureSettings& settings);
    const FigureSettings& settings() const { return m_settings; }

    /// Where the result x is counted, in the view: the top of its bar. Unset out of sight, and in
    /// views without bars.
    virtual std::optional<QPointF> placeOf(double /*x*/) const { return {}; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    /// Someone zoomed, panned or hid a series.
    void settingsChanged(const FigureSettings& settings);

  protected:
    /// Places the figure for the theme and the size, which is not empty.
    virtual void layOut() = 0;

    /// What is under the header; the card's colour is there already.
    virtual void paintContent(QPainter& painter) = 0;
    virtual const FigureHeader& header() const = 0;

    /// What the data say at a place in the view; empty for nothing.
    virtual QString readOut(const QPointF& position) const = 0;

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

    const Figure& figure() const { return m_figure; }
    const Theme& theme() const { return *m_theme; }
    bool hasFigure() const { return m_hasFigure; }

    /// Lays out and repaints, if there is a figure and room for it.
    void refresh();

  private:
    Figure m_figure;
    FigureSettings m_settings;
    bool m_hasFigure = false;
    const Theme* m_theme;
};

/// The view for the figure's kind, showing it already.
std::unique_ptr<FigureView> makeFigureView(const Figure& figure, const Theme& theme);

} // namespace plumbline
