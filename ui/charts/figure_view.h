#pragma once

#include "core/lab/view_settings.h"
#include "core/report/figure.h"
#include "core/statistics/guess_distance.h"
#include "ui/charts/figure_header.h"
#include "ui/charts/hidden_series.h"
#include "ui/charts/plot_navigation.h"
#include "ui/charts/read_out.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline {

class FigureGestures;
class ReadOutCursor;

/**
 * Draws one figure: title, caption, plot, axes and legend, on the theme's card colour and without a
 * card border of its own, but with the room inside a card's edge. Built once per figure and then
 * updated: an equal figure costs a comparison, a change of kind needs a new view. It draws vectors
 * at any pixel ratio, shown or not; automatic axes keep their ends for as long as the data allow.
 *
 * A subclass lays out when something changed and paints what it laid out; painting lays out
 * nothing. It lays out in units of the text scale: the view's size is layoutSize(), and everything
 * is painted textScale() times as large. Pointer, wheel and keys are FigureGestures' part.
 */
class FigureView : public QWidget {
    Q_OBJECT

  public:
    FigureView();
    ~FigureView() override;

    /// Shows the figure. It must be of the kind the view was made for.
    void setFigure(const Figure& figure);
    void setTheme(const Theme& theme);
    const Theme& theme() const { return *m_theme; }

    /// How the figure is looked at. Emits nothing.
    void setSettings(const FigureSettings& settings);
    const FigureSettings& settings() const { return m_settings; }

    /// What automatic ends follow. Locked ones are in the settings; without any they are automatic.
    void setAxesMode(AxesMode mode);

    /// All type and strokes so many times as large, for a projector; above 0.
    void setTextScale(double scale);
    double textScale() const { return m_textScale; }

    /// The plot's axes as they are on show; nothing for a figure without axes, or one that has not
    /// been laid out.
    virtual std::optional<PlotAxes> axes() const { return std::nullopt; }

    /// What can be hidden.
    std::vector<HideableSeries> series() const { return hideableSeries(m_figure); }

    /// The key of the series whose name is at a place in layout units; empty for none.
    virtual std::string seriesNamedAt(const QPointF&) const { return {}; }

    /// A place in the view in the units that it is laid out in.
    QPointF toLayout(const QPointF& position) const { return position / m_textScale; }
    QSizeF layoutSize() const { return QSizeF(size()) / m_textScale; }

    /// A zoom or a pan that is in the settings.
    bool hasChosenEnds() const { return m_settings.x || m_settings.y; }

    /// What a reader does: takes settings over and says so.
    void changeSettings(const FigureSettings& settings);
    bool canZoom(double factor) const;
    void zoom(double factor); ///< about the centre; above 1 magnifies
    void resetAxes();
    void setSeriesHidden(const std::string& key, bool hidden);

    /// Where the result x is counted, in the view: the top of its bar. Unset out of sight, and in
    /// views without bars.
    virtual std::optional<QPointF> placeOf(double /*x*/) const { return {}; }

    /// For a reader who is still guessing: shows the figure withoutLaw(), in everything it says.
    void setLawHidden(bool hidden);

    /// The reader's guess, which a histogram draws beside the law. Emits nothing.
    void setGuess(const Guess& guess);
    const Guess& guess() const { return m_guess; }

    /// Whether a drag over a histogram's plot draws the guess.
    void setGuessing(bool guessing);

    /// What can be read out: data numbered from 0, in an order that keys step through.
    virtual int datumCount() const = 0;

    /// The datum that a pointer there means; nothing where there is none.
    virtual std::optional<int> datumAt(const QPointF& position) const = 0;

    /// Nothing for a datum that is not in the view, or does not exist.
    virtual std::optional<ReadOut> readOut(int datum) const = 0;

    /// Of the datum under the pointer, or moved to by the keys; unset for none.
    const std::optional<ReadOut>& currentReadOut() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    /// Someone zoomed, panned or hid a series.
    void settingsChanged(const FigureSettings& settings);

    /// Someone wants the figure to fill the page, or no longer to.
    void enlargeRequested();
    void menuRequested(const QPoint& globalPosition);

    /// Someone drew: the whole guess, at the end of a stroke.
    void guessDrawn(const Guess& guess);

  protected:
    /// Places the figure for the theme and the size, which is not empty.
    virtual void layOut() = 0;

    /// What is under the header; the card's colour is there already.
    virtual void paintContent(QPainter& painter) = 0;
    virtual const FigureHeader& header() const = 0;

    /// The next automatic ends owe nothing to the last ones.
    virtual void startAfresh() {}
    virtual void textScaleChanged() {}

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

    /// What is drawn: without its law while that is hidden, and with hidden series without points.
    const Figure& figure() const { return m_drawn ? *m_drawn : m_figure; }

    /// What automatic ends follow: the theory alone, or all that is drawn.
    const Figure& limitingFigure() const { return m_theory ? *m_theory : figure(); }

    /// With all the series that a reader may hide.
    const Figure& wholeFigure() const { return m_figure; }
    bool lawHidden() const { return m_lawHidden; }
    bool guessing() const { return m_guessing; }
    bool hasFigure() const { return m_hasFigure; }

    /// Lays out and repaints, if there is a figure and room for it.
    void refresh();

    /// Until the pointer moves.
    void clearReadOut();

  private:
    void take(const Figure& figure);
    void reduceFigure();

    Figure m_figure;
    std::optional<Figure> m_whole;  ///< with its law, while that is hidden
    std::optional<Figure> m_drawn;  ///< without hidden series, where some are
    std::optional<Figure> m_theory; ///< where theory alone sets the ends
    FigureSettings m_settings;
    AxesMode m_axesMode = AxesMode::automatic;
    double m_textScale = 1;
    Guess m_guess;
    std::unique_ptr<FigureGestures> m_gestures;
    std::unique_ptr<ReadOutCursor> m_cursor; ///< sees events before the gestures do
    bool m_lawHidden = false;
    bool m_guessing = false;
    bool m_hasFigure = false;
    const Theme* m_theme;
};

/// Everything of a page's view that a figure shows; guessed: it is the one that is guessed over.
void showAs(FigureView& view, const std::string& id, const ViewSettings& look, bool guessed);

/// The view for the figure's kind, showing it already.
std::unique_ptr<FigureView> makeFigureView(const Figure& figure, const Theme& theme);

} // namespace plumbline
