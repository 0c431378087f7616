#pragma once

#include "ui/charts/chart_figure_view.h"
#include "ui/charts/curve_labels.h"

#include <QTimer>

namespace plumbline {

/**
 * A chart whose curves carry their names, on the curves or all of them in a legend. While figures
 * follow one another the choice has inertia; once they rest it is made anew, so that what stays on
 * the screen depends on the figure, the settings and the size alone.
 */
class NamedCurvesView : public ChartFigureView {
    Q_OBJECT

  public:
    NamedCurvesView();

    std::string seriesNamedAt(const QPointF& position) const override;

  protected:
    /// Lays out m_frame from frameRequest(), and m_curves in it.
    virtual void layOutCurves() = 0;

    /// What no name may cover, beside the curves.
    virtual QList<QRectF> obstacles() const = 0;
    virtual void addSeries() = 0;

    /// The view's size, x as it was chosen or from the axis or else the data, and the legend if one
    /// is needed.
    PlotFrameRequest frameRequest(Limits dataX) const;

    /// y as it was chosen, else with the inertia of automatic ends.
    Limits limitsOfY(Limits dataY);

    void layOut() final;
    void startAfresh() final;
    void resizeEvent(QResizeEvent* event) final;

    std::vector<NamedCurve> m_curves;
    CurveLabels m_labels;

  private:
    void settle();

    StickyLimits m_stickyY;
    QTimer m_rest;        ///< runs out when no figure has come for a while
    bool m_moved = false; ///< zoomed or panned since names were placed anew
};

} // namespace plumbline
