#pragma once

#include "ui/run/runner.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

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
    std::uint64_t stepsDone = 0;   ///< number of the last step once all are done, else 0
    std::vector<ShownTrial> drawn; ///< the trials of a small step
    std::string hiddenReason;      ///< LabRun's
    std::string restartReason;     ///< why a changed plan began anew; empty: it did not
    std::string error;             ///< what the lab threw
};

struct CompleteDelivery {
    std::uint64_t generation = 0;
    std::shared_ptr<const Report> report;
};

struct RunNews {
    std::optional<RunDelivery> delivery;
    std::optional<CompleteDelivery> complete;
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

    /// While paused, so many trials more than those done and already asked for. Steps are numbered
    /// from 1; an order that does not continue forgets them.
    void step(std::int64_t trials, std::uint64_t number);
    void cancelSteps();

    /// A complete report of the run under way, or of the one that an order begins.
    void requestComplete();

    RunNews fetch();

  private:
    using Clock = std::chrono::steady_clock;

    struct Current; ///< the run under way; touched by the worker's thread alone

    /// What was asked for since the worker looked last.
    struct Wishes {
        std::optional<RunOrder> order;
        std::int64_t stepTrials = 0;
        std::uint64_t stepNumber = 0;
        bool cancelSteps = false;
        bool complete = false;
    };

    void work(const std::stop_token& quit);
    bool waitForWork(const std::stop_token& quit);
    Wishes takeWishes();
    void fulfil(const Wishes& wishes);
    void obey(const RunOrder& order);
    void begin(const RunOrder& order, std::string restartReason = {});
    void takeSteps(const Wishes& wishes);
    void goOn();
    void advanceOneSlice(std::int64_t target);
    void advanceFor(Clock::duration slice, std::int64_t target);
    void publish();
    std::vector<ShownTrial> drawnSinceLastReport() const;
    void publishComplete();
    void deliver(RunDelivery delivery);
    std::stop_token stopToken();

    std::function<void()> m_notify;

    std::mutex m_mutex; ///< guards the next four
    Wishes m_wishes;
    RunNews m_news;
    std::stop_source m_stopRun;
    bool m_paused = false;

    std::condition_variable_any m_wake;
    std::unique_ptr<Current> m_current;
    std::jthread m_thread; ///< last, so that it starts when all else is there
};

} // namespace plumbline
