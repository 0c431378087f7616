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
    std::int64_t planned = 0; ///< as requested, or what was done already where that is more
    std::stop_token stop;
    std::unique_ptr<LabRun> run;
    Clock::time_point started;
    Clock::time_point published;
    Clock::duration busy{}; ///< spent in advance()
    std::int64_t trialsShown = -1;
    std::int64_t stepTarget = 0; ///< where the steps asked for end
    std::uint64_t stepNumber = 0;
    bool drewStep = false; ///< since the last report
    std::string restartReason;
    bool finished = false;

    bool complete() const { return run->trials() >= planned; }
    bool stepping() const { return run->trials() < std::min(stepTarget, planned); }

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
        if (m_wishes.order && !m_wishes.order->continues)
            order.continues = false; // the run it would continue was never begun
        if (!order.continues)
            m_wishes.stepTrials = 0;
        if (!order.request)
            m_wishes.complete = false;
        m_wishes.order = std::move(order);
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

void RunWorker::step(std::int64_t trials, std::uint64_t number) {
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.stepTrials += trials;
        m_wishes.stepNumber = number;
    }
    m_wake.notify_one();
}

void RunWorker::cancelSteps() {
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.stepTrials = 0;
        m_wishes.cancelSteps = true;
    }
    m_wake.notify_one();
}

void RunWorker::requestComplete() {
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.complete = true;
    }
    m_wake.notify_one();
}

RunNews RunWorker::fetch() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_news, {});
}

void RunWorker::work(const std::stop_token& quit) {
    while (waitForWork(quit)) {
        const Wishes wishes = takeWishes();
        try {
            fulfil(wishes);
        } catch (const std::exception& error) {
            const std::uint64_t generation =
                wishes.order ? wishes.order->generation : m_current->generation;
            m_current.reset();
            RunDelivery failure;
            failure.generation = generation;
            failure.error = error.what();
            deliver(std::move(failure));
        }
    }
}

/// False when the thread is to end.
bool RunWorker::waitForWork(const std::stop_token& quit) {
    const auto hasWork = [this] {
        if (m_wishes.order)
            return true;
        if (!m_current)
            return false;
        if (m_wishes.complete || m_wishes.cancelSteps || m_wishes.stepTrials > 0)
            return true;
        if (m_current->finished)
            return false;
        // A pause still shows the trials that were done before it took effect.
        return !m_paused || m_current->stepping() ||
               m_current->run->trials() != m_current->trialsShown;
    };
    std::unique_lock lock(m_mutex);
    return m_wake.wait(lock, quit, hasWork) && !quit.stop_requested();
}

RunWorker::Wishes RunWorker::takeWishes() {
    const std::lock_guard lock(m_mutex);
    if (m_wishes.order)
        m_stopRun = std::stop_source();
    return std::exchange(m_wishes, {});
}

void RunWorker::fulfil(const Wishes& wishes) {
    if (wishes.order)
        obey(*wishes.order);
    if (!m_current)
        return;
    takeSteps(wishes);
    if (wishes.complete)
        publishComplete();
    if (!wishes.order)
        goOn();
}

void RunWorker::obey(const RunOrder& order) {
    if (!order.request) {
        m_current.reset();
        return;
    }
    if (!order.continues || !m_current)
        return begin(order);
    const std::int64_t planned = std::max(order.request->plannedTrials, m_current->run->trials());
    if (std::string reason = m_current->run->restartReason(planned); !reason.empty())
        return begin(order, std::move(reason));
    m_current->stop = stopToken();
    m_current->generation = order.generation;
    m_current->request = *order.request;
    m_current->planned = planned;
    m_current->run->setPlannedTrials(planned);
    m_current->finished = false;
    publish();
}

void RunWorker::begin(const RunOrder& order, std::string restartReason) {
    const std::uint64_t steps = m_current ? m_current->stepNumber : 0;
    m_current = std::make_unique<Current>();
    m_current->stepNumber = steps; // what was not done of them is dropped with the run
    m_current->generation = order.generation;
    m_current->request = *order.request;
    m_current->planned = order.request->plannedTrials;
    m_current->restartReason = std::move(restartReason);
    m_current->stop = stopToken();
    const RunRequest& request = m_current->request;
    m_current->started = Clock::now();
    m_current->run = request.lab->start(request.parameters, request.seed, request.plannedTrials);
    if (!request.startsEmpty)
        advanceFor(kFirstSlice, m_current->planned);
    if (!m_current->stop.stop_requested())
        publish();
}

std::stop_token RunWorker::stopToken() {
    const std::lock_guard lock(m_mutex);
    return m_stopRun.get_token();
}

void RunWorker::takeSteps(const Wishes& wishes) {
    if (wishes.cancelSteps)
        m_current->stepTarget = 0;
    if (wishes.stepTrials == 0)
        return;
    if (!m_current->stepping() && m_current->run->trials() != m_current->trialsShown)
        publish(); // so that the next report shows the step alone
    m_current->stepTarget =
        std::max(m_current->stepTarget, m_current->run->trials()) + wishes.stepTrials;
    m_current->stepNumber = wishes.stepNumber;
}

/// One slice of the run or of a step; while paused, what is not shown yet.
void RunWorker::goOn() {
    bool paused = false;
    {
        const std::lock_guard lock(m_mutex);
        paused = m_paused;
    }
    if (m_current->finished)
        return;
    if (!paused) {
        advanceOneSlice(m_current->planned);
    } else if (m_current->stepping()) {
        m_current->drewStep = true;
        advanceOneSlice(std::min(m_current->stepTarget, m_current->planned));
    } else if (m_current->run->trials() != m_current->trialsShown) {
        publish();
    }
}

void RunWorker::advanceOneSlice(std::int64_t target) {
    const auto interval = std::clamp<Clock::duration>(
        (Clock::now() - m_current->started) / kShareOfElapsed, kShortestInterval, kLongestInterval);
    const auto due = m_current->published + interval;
    const auto untilDue = std::max<Clock::duration>(due - Clock::now(), 1ms);
    advanceFor(std::min<Clock::duration>(kSlice, untilDue), target);
    if (m_current->stop.stop_requested())
        return;
    if (Clock::now() >= due || m_current->run->trials() >= target)
        publish();
}

void RunWorker::advanceFor(Clock::duration slice, std::int64_t target) {
    const auto begun = Clock::now();
    RunContext context;
    context.stop = m_current->stop;
    context.threads = m_current->request.threads;
    context.deadline = begun + slice;
    m_current->run->advance(target, context);
    m_current->busy += Clock::now() - begun;
}

void RunWorker::publish() {
    RunDelivery delivery;
    delivery.generation = m_current->generation;
    delivery.drawn = drawnSinceLastReport();
    delivery.report = std::make_shared<const Report>(m_current->run->report(Detail::figures));
    delivery.trialsPerSecond = m_current->trialsPerSecond();
    delivery.finished = m_current->finished = m_current->complete();
    delivery.stepsDone = m_current->stepping() ? 0 : m_current->stepNumber;
    delivery.hiddenReason = m_current->run->hiddenReason();
    delivery.restartReason = std::exchange(m_current->restartReason, {});
    m_current->trialsShown = m_current->run->trials();
    m_current->drewStep = false;
    deliver(std::move(delivery));
    m_current->published = Clock::now();
}

std::vector<ShownTrial> RunWorker::drawnSinceLastReport() const {
    const std::int64_t end = m_current->run->trials();
    std::vector<ShownTrial> drawn;
    if (!m_current->drewStep || end - m_current->trialsShown > kMostDrawnTrials)
        return drawn;
    for (std::int64_t trial = m_current->trialsShown; trial < end; ++trial) {
        auto shown = m_current->run->shownTrial(trial);
        if (!shown || m_current->stop.stop_requested())
            return {};
        drawn.push_back(std::move(*shown));
    }
    return drawn;
}

void RunWorker::publishComplete() {
    auto report = std::make_shared<const Report>(m_current->run->report(Detail::complete));
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = !m_news.delivery && !m_news.complete;
        m_news.complete = {m_current->generation, std::move(report)};
    }
    if (first)
        m_notify();
}

void RunWorker::deliver(RunDelivery delivery) {
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = !m_news.delivery && !m_news.complete;
        if (m_news.delivery && m_news.delivery->generation == delivery.generation &&
            delivery.restartReason.empty())
            delivery.restartReason = std::move(m_news.delivery->restartReason);
        m_news.delivery = std::move(delivery);
    }
    if (first)
        m_notify();
}

} // namespace plumbline
