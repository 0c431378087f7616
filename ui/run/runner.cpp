#include "ui/run/runner.h"

#include "ui/run/run_worker.h"

#include <algorithm>
#include <thread>

namespace plumbline {
namespace {

constexpr int kFrameMilliseconds = 16;

} // namespace

unsigned backgroundThreads() {
    return std::max(2U, std::thread::hardware_concurrency()) - 1;
}

Runner::Runner(QObject* parent) : QObject(parent) {
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_worker = std::make_unique<RunWorker>(
        [this] { QMetaObject::invokeMethod(this, &Runner::takeNews, Qt::QueuedConnection); });
    connectSignals();
}

Runner::~Runner() = default;

void Runner::connectSignals() {
    connect(&m_frame, &QTimer::timeout, this, &Runner::submitPending);
}

void Runner::start(const RunRequest& request) {
    m_pending.reset();
    m_frame.stop();
    submit(request, false);
}

void Runner::startSoon(const RunRequest& request) {
    m_pending = request;
    m_finished = false;
    if (!m_awaitsFirstReport && !m_frame.isActive())
        submitPending();
}

void Runner::submitPending() {
    if (!m_pending || m_awaitsFirstReport)
        return;
    if (m_sinceSubmit.isValid() && m_sinceSubmit.elapsed() < kFrameMilliseconds) {
        m_frame.start(kFrameMilliseconds - static_cast<int>(m_sinceSubmit.elapsed()));
        return;
    }
    const RunRequest request = *m_pending;
    m_pending.reset();
    submit(request, false);
}

void Runner::submit(const RunRequest& request, bool continues) {
    m_request = request;
    m_finished = false;
    m_awaitsFirstReport = true;
    m_sinceSubmit.start();
    m_worker->order({++m_generation, request, continues});
    if (!continues)
        setStepping(false);
}

void Runner::setPlannedTrials(std::int64_t plannedTrials) {
    if (m_pending) {
        m_pending->plannedTrials = plannedTrials;
        return;
    }
    if (!m_request || m_request->plannedTrials == plannedTrials)
        return;
    RunRequest request = *m_request;
    request.plannedTrials = plannedTrials;
    submit(request, true);
}

void Runner::replay() {
    if (!request())
        return;
    const RunRequest again = *request();
    setPaused(false);
    start(again);
}

void Runner::step(std::int64_t trials) {
    if (!request() || m_finished || trials < 1)
        return;
    if (m_pending)
        start(RunRequest(*m_pending));
    setPaused(true);
    m_worker->step(trials, ++m_steps);
    setStepping(true);
}

void Runner::requestComplete() {
    if (request())
        m_worker->requestComplete();
}

void Runner::pause() {
    cancelSteps();
    setPaused(true);
}

void Runner::resume() {
    cancelSteps();
    setPaused(false);
}

void Runner::cancelSteps() {
    if (!m_stepping)
        return;
    m_worker->cancelSteps();
    setStepping(false);
}

void Runner::setStepping(bool stepping) {
    if (m_stepping == stepping)
        return;
    m_stepping = stepping;
    emit steppingChanged(stepping);
}

void Runner::setPaused(bool paused) {
    if (m_paused == paused)
        return;
    m_paused = paused;
    m_worker->setPaused(paused);
    emit pausedChanged(paused);
}

void Runner::stop() {
    m_pending.reset();
    m_frame.stop();
    m_request.reset();
    m_awaitsFirstReport = false;
    m_finished = false;
    m_worker->order({++m_generation, std::nullopt, false});
    setStepping(false);
}

void Runner::takeNews() {
    const RunNews news = m_worker->fetch();
    if (news.complete && news.complete->generation == m_generation)
        emit completeReport(news.complete->report);
    else if (news.complete)
        requestComplete(); // of the run that took its place
    if (news.delivery && news.delivery->generation == m_generation)
        takeDelivery(*news.delivery);
}

void Runner::takeDelivery(const RunDelivery& delivery) {
    m_awaitsFirstReport = false;
    m_finished = delivery.finished;
    m_hiddenReason = QString::fromStdString(delivery.hiddenReason);
    if (m_finished || !delivery.report || delivery.stepsDone == m_steps)
        setStepping(false);
    if (!delivery.restartReason.empty())
        emit restarted(QString::fromStdString(delivery.restartReason));
    if (!delivery.drawn.empty())
        emit trialsDrawn(delivery.drawn);
    if (delivery.report)
        emit reportReady(delivery.report, delivery.trialsPerSecond);
    else
        emit failed(QString::fromStdString(delivery.error));
    if (delivery.finished && delivery.generation == m_generation)
        emit finished();
    submitPending();
}

} // namespace plumbline
