#include "ui/charts/named_curves_view.h"

namespace plumbline {
namespace {

constexpr int kMostTries = 3;
constexpr int kRestMilliseconds = 400; ///< longer than a run waits between two figures

} // namespace

NamedCurvesView::NamedCurvesView() {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &NamedCurvesView::settle);
}

PlotFrameRequest NamedCurvesView::frameRequest(Limits dataX) const {
    PlotFrameRequest request;
    request.size = size();
    request.x = {figure().x.low.value_or(dataX.low), figure().x.high.value_or(dataX.high)};
    if (!(request.x.span() > 0))
        request.x = dataX;
    if (m_labels.inLegend())
        request.legend = CurveLabels::entries(m_curves);
    return request;
}

void NamedCurvesView::layOut() {
    layOutCurves();
    for (int i = 0; i < kMostTries && !m_labels.place(m_frame.plot, m_curves, obstacles()); ++i)
        layOutCurves();
    addSeries();
    if (m_labels.inLegend())
        m_rest.start();
    else
        m_rest.stop();
}

void NamedCurvesView::settle() {
    m_labels.reset();
    refresh();
    m_rest.stop();
}

void NamedCurvesView::resizeEvent(QResizeEvent* event) {
    m_labels.reset();
    ChartFigureView::resizeEvent(event);
}

} // namespace plumbline
