#include "ui/window/watch.h"

#include "ui/charts/figure_view.h"
#include "ui/controls/number_text.h"
#include "ui/window/falling_counts.h"
#include "ui/window/report_page.h"

#include <algorithm>
#include <utility>

namespace plumbline {
namespace {

constexpr WatchBeat kBeats[] = {
    {1, 900},     {1, 900},     {1, 900},      {1, 800},      {1, 700},      {1, 600},
    {2, 600},     {2, 500},     {5, 600},      {5, 500},      {10, 600},     {10, 500},
    {20, 500},    {50, 500},    {100, 500},    {200, 400},    {500, 400},    {1'000, 400},
    {2'000, 400}, {5'000, 400}, {10'000, 400}, {20'000, 400}, {50'000, 400}, {100'000, 400}};

/// Before the first draw, so that the theory alone is seen for a moment.
constexpr int kFirstMilliseconds = 500;

/// Where counts come from in a view's height when they come from above its plot.
constexpr double kAbovePlot = 0.18;

} // namespace

std::span<const WatchBeat> watchBeats() {
    return kBeats;
}

Watch::Watch(Runner& runner, ReportPage& page)
    : m_runner(runner), m_page(page), m_counts(new FallingCounts(&page)) {
    m_wait.setSingleShot(true);
    connectSignals();
}

void Watch::connectSignals() {
    connect(&m_runner, &Runner::trialsDrawn, this, [this](const std::vector<ShownTrial>& trials) {
        forget();
        m_drawn = trials;
    });
    connect(&m_runner, &Runner::reportReady, this, &Watch::takeReport);
    connect(&m_runner, &Runner::finished, this, &Watch::end);
    connect(&m_runner, &Runner::failed, this, &Watch::end);
    connect(m_counts, &FallingCounts::landed, this, &Watch::release);
    connect(&m_wait, &QTimer::timeout, this, &Watch::beat);
}

void Watch::begin() {
    m_beat = 0;
    m_wait.stop();
    m_on = m_playing = true;
    emit changed();
}

void Watch::play() {
    m_playing = true;
    emit changed();
    beat();
}

void Watch::pause() {
    m_wait.stop();
    m_playing = false;
    m_runner.pause();
    emit changed();
}

void Watch::end() {
    if (!m_on)
        return;
    m_wait.stop();
    m_on = m_playing = false;
    emit changed();
}

void Watch::takeReport(const std::shared_ptr<const Report>& report, double trialsPerSecond) {
    const auto drawn = std::exchange(m_drawn, {});
    forget();
    m_held = {report, trialsPerSecond};
    if (report->trials == 0)
        m_beat = 0;
    if (drawn.empty())
        return release();
    m_standIn = drawn.back().figure;
    showStandIn();
    emit said(QString::fromStdString(drawn.back().words));
    if (!dropCounts(drawn))
        release();
}

void Watch::forget() {
    m_counts->clear();
    m_held.reset();
    m_drawn.clear();
    m_standIn.reset();
}

bool Watch::dropCounts(const std::vector<ShownTrial>& drawn) {
    const FigureView* target = m_page.figureView(drawn.front().targetFigure);
    if (!target || !target->isVisible())
        return false;
    const FigureView* source = m_standIn ? m_page.figureView(m_standIn->id) : nullptr;
    if (source && !source->isVisible()) // another figure fills the page
        source = nullptr;
    const auto onPage = [this](const FigureView* view, const QPointF& place) {
        return place + QPointF(view->mapTo(&m_page, QPoint(0, 0)));
    };
    std::vector<FallingCount> counts;
    for (const ShownTrial& trial : drawn) {
        const auto place = target->placeOf(trial.x);
        if (!place)
            continue;
        const QPointF over = onPage(target, {place->x(), target->height() * kAbovePlot});
        const QPointF from = source ? onPage(source, QRectF(source->rect()).center()) : over;
        const bool alone = drawn.size() == 1;
        counts.push_back({from, over, onPage(target, *place),
                          alone ? countText(static_cast<std::int64_t>(trial.x)) : QString()});
    }
    return m_counts->drop(std::move(counts), m_page.theme());
}

/// What was held back is due now.
void Watch::release() {
    m_counts->clear();
    if (!m_held)
        return;
    const Held held = *std::exchange(m_held, std::nullopt);
    emit reportDue(held.report, held.trialsPerSecond);
    showStandIn(); // the page has put the report's own figure back
    awaitBeat();
}

void Watch::showStandIn() {
    FigureView* view = m_standIn ? m_page.figureView(m_standIn->id) : nullptr;
    if (view)
        view->setFigure(*m_standIn);
}

void Watch::awaitBeat() {
    if (!isPlaying() || m_runner.isStepping())
        return;
    if (!m_runner.hiddenReason().isEmpty()) { // changed on the way to a run without single draws
        end();
        return m_runner.resume();
    }
    if (m_beat == 0)
        return m_wait.start(kFirstMilliseconds);
    const qint64 left = kBeats[m_beat - 1].milliseconds - m_sinceBeat.elapsed();
    m_wait.start(static_cast<int>(std::max<qint64>(0, left)));
}

void Watch::beat() {
    if (!isPlaying())
        return;
    if (m_beat == std::size(kBeats)) {
        end();
        return m_runner.resume();
    }
    m_sinceBeat.start();
    m_runner.step(kBeats[m_beat++].trials);
}

} // namespace plumbline
