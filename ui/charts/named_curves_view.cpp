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
    request.size = layoutSize();
    request.x = {figure().x.low.value_or(dataX.low), figure().x.high.value_or(dataX.high)};
    if (!(request.x.span() > 0))
        request.x = dataX;
    request.x = chosenLimits(settings().x, figure().x.scale, request.x);
    if (m_labels.inLegend())
        request.legend = CurveLabels::entries(m_curves);
    for (const KeyEntry& entry : hiddenEntries())
        request.legend.push_back(entry);
    return request;
}

Limits NamedCurvesView::limitsOfY(Limits dataY) {
    return chosenLimits(settings().y, figure().y.scale, m_stickyY.update(figure().y, dataY));
}

void NamedCurvesView::layOut() {
    layOutCurves();
    for (int i = 0; i < kMostTries && !m_labels.place(m_frame.plot, m_curves, obstacles()); ++i)
        layOutCurves();
    addSeries();
    if (m_labels.inLegend() || m_moved)
        m_rest.start();
    else
        m_rest.stop();
}

void NamedCurvesView::startAfresh() {
    m_stickyY = {};
    m_moved = true;
}

void NamedCurvesView::settle() {
    m_moved = false;
    m_labels.reset();
    refresh();
    m_rest.stop();
}

void NamedCurvesView::resizeEvent(QResizeEvent* event) {
    m_labels.reset();
    ChartFigureView::resizeEvent(event);
}

std::string NamedCurvesView::seriesNamedAt(const QPointF& position) const {
    const std::string inLegend = ChartFigureView::seriesNamedAt(position);
    return inLegend.empty() ? m_labels.keyAt(position) : inLegend;
}

} // namespace plumbline
