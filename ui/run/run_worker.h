#pragma once

#include "ui/run/runner.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace plumbline {

/// One order to the worker; the newest replaces any that it has not begun.
struct RunOrder {
    std::uint64_t generation = 0;
    std::optional<RunRequest> request; ///< unset: drop the run
    bool continues = false;            ///< differs from the last one in plannedTrials alone
};

/// What the worker has to show. A later one replaces it if nobody has fetched it yet.
struct RunDelivery {
    std::uint64_t generation = 0;
    std::shared_ptr<const Report> report;
    double trialsPerSecond = 0;
    bool finished = false;
    std::string error; ///< what the lab threw
};

/**
 * The thread that runs labs. Every member function may be called from the UI thread; `notify` is
 * called on the worker's thread when there is something to fetch() and nothing was there before.
 */
class RunWorker {
  public:
    explicit RunWorker(std::function<void()> notify);
    ~RunWorker();
    RunWorker(const RunWorker&) = delete;
    RunWorker& operator=(const RunWorker&) = delete;

    void order(RunOrder order); ///< also asks the run under way to stop
    void setPaused(bool paused);
    std::optional<RunDelivery> fetch();

  private:
    using Clock = std::chrono::steady_clock;

    struct Current; ///< the run under way; touched by the worker's thread alone

    void work(const std::stop_token& quit);
    bool waitForWork(const std::stop_token& quit);
    void obey(const RunOrder& order);
    void begin(const RunOrder& order);
    void advanceOneSlice();
    void advanceFor(Clock::duration slice);
    void publish();
    void deliver(RunDelivery delivery);

    std::function<void()> m_notify;

    std::mutex m_mutex; ///< guards the next four
    std::optional<RunOrder> m_order;
    std::optional<RunDelivery> m_delivery;
    std::stop_source m_stopRun;
    bool m_paused = false;

    std::condition_variable_any m_wake;
    std::unique_ptr<Current> m_current;
    std::jthread m_thread; ///< last, so that it starts when all else is there
};

} // namespace plumbline
