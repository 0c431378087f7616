#include "ui/run/run_worker.h"

#include <algorithm>
#include <exception>

namespace plumbline {
namespace {

using namespace std::chrono_literals;

/// What the first picture may wait for trials: a quarter of its budget of 12 ms.
constexpr auto kFirstSlice = 3ms;
constexpr auto kSlice = 20ms;

/// Reports follow each other at once a frame at first, later at 5 % of the time gone by: what they
/// show changes as slowly as that.
constexpr auto kShortestInterval = 16ms;
constexpr auto kLongestInterval = 100ms;
constexpr int kShareOfElapsed = 20;

} // namespace

struct RunWorker::Current {
    std::uint64_t generation = 0;
    RunRequest request;
    std::stop_token stop;
    std::unique_ptr<LabRun> run;
    Clock::time_point started;
    Clock::time_point published;
    Clock::duration busy{}; ///< spent in advance()
    std::int64_t trialsShown = -1;
    bool finished = false;

    bool complete() const { return run->trials() >= request.plannedTrials; }

    double trialsPerSecond() const {
        const double seconds = std::chrono::duration<double>(busy).count();
        return seconds > 0 ? static_cast<double>(run->trials()) / seconds : 0;
    }
};

RunWorker::RunWorker(std::function<void()> notify)
    : m_notify(std::move(notify)), m_thread([this](const std::stop_token& quit) { work(quit); }) {}

RunWorker::~RunWorker() {
    m_thread.request_stop();
    {
        const std::lock_guard lock(m_mutex);
        m_stopRun.request_stop();
    }
    m_thread.join();
}

void RunWorker::order(RunOrder order) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_order && !m_order->continues)
            order.continues = false; // the run it would continue was never begun
        m_order = std::move(order);
        m_stopRun.request_stop();
    }
    m_wake.notify_one();
}

void RunWorker::setPaused(bool paused) {
    {
        const std::lock_guard lock(m_mutex);
        m_paused = paused;
    }
    m_wake.notify_one();
}

std::optional<RunDelivery> RunWorker::fetch() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_delivery, std::nullopt);
}

void RunWorker::work(const std::stop_token& quit) {
    while (waitForWork(quit)) {
        std::optional<RunOrder> order;
        bool paused = false;
        {
            const std::lock_guard lock(m_mutex);
            order = std::exchange(m_order, std::nullopt);
            paused = m_paused;
            if (order)
                m_stopRun = std::stop_source();
        }
        try {
            if (order)
                obey(*order);
            else if (paused)
                publish();
            else
                advanceOneSlice();
        } catch (const std::exception& error) {
            const std::uint64_t generation = order ? order->generation : m_current->generation;
            m_current.reset();
            deliver({.generation = generation, .report = nullptr, .error = error.what()});
        }
    }
}

/// False when the thread is to end.
bool RunWorker::waitForWork(const std::stop_token& quit) {
    const auto hasWork = [this] {
        if (m_order)
            return true;
        if (!m_current || m_current->finished)
            return false;
        // A pause still shows the trials that were done before it took effect.
        return !m_paused || m_current->run->trials() != m_current->trialsShown;
    };
    std::unique_lock lock(m_mutex);
    return m_wake.wait(lock, quit, hasWork) && !quit.stop_requested();
}

void RunWorker::obey(const RunOrder& order) {
    if (!order.request) {
        m_current.reset();
        return;
    }
    const std::int64_t planned = order.request->plannedTrials;
    if (!order.continues || !m_current || !m_current->run->canContinueTo(planned))
        return begin(order);
    {
        const std::lock_guard lock(m_mutex);
        m_current->stop = m_stopRun.get_token();
    }
    m_current->generation = order.generation;
    m_current->request = *order.request;
    m_current->run->setPlannedTrials(planned);
    m_current->finished = false;
    publish();
}

void RunWorker::begin(const RunOrder& order) {
    m_current = std::make_unique<Current>();
    m_current->generation = order.generation;
    m_current->request = *order.request;
    {
        const std::lock_guard lock(m_mutex);
        m_current->stop = m_stopRun.get_token();
    }
    const RunRequest& request = m_current->request;
    m_current->started = Clock::now();
    m_current->run = request.lab->start(request.parameters, request.seed, request.plannedTrials);
    advanceFor(kFirstSlice);
    if (!m_current->stop.stop_requested())
        publish();
}

void RunWorker::advanceOneSlice() {
    const auto interval = std::clamp<Clock::duration>(
        (Clock::now() - m_current->started) / kShareOfElapsed, kShortestInterval, kLongestInterval);
    const auto due = m_current->published + interval;
    const auto untilDue = std::max<Clock::duration>(due - Clock::now(), 1ms);
    advanceFor(std::min<Clock::duration>(kSlice, untilDue));
    if (m_current->stop.stop_requested())
        return;
    if (Clock::now() >= due || m_current->complete())
        publish();
}

void RunWorker::advanceFor(Clock::duration slice) {
    const auto begun = Clock::now();
    RunContext context;
    context.stop = m_current->stop;
    context.threads = m_current->request.threads;
    context.deadline = begun + slice;
    m_current->run->advance(m_current->request.plannedTrials, context);
    m_current->busy += Clock::now() - begun;
}

void RunWorker::publish() {
    m_current->finished = m_current->complete();
    m_current->trialsShown = m_current->run->trials();
    deliver({.generation = m_current->generation,
             .report = std::make_shared<const Report>(m_current->run->report(Detail::figures)),
             .trialsPerSecond = m_current->trialsPerSecond(),
             .finished = m_current->finished,
             .error = {}});
    m_current->published = Clock::now();
}

void RunWorker::deliver(RunDelivery delivery) {
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = !m_delivery;
        m_delivery = std::move(delivery);
    }
    if (first)
        m_notify();
}

} // namespace plumbline
