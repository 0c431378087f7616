#pragma once

#include "core/lab/lab.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <optional>

namespace plumbline {

class RunWorker;

/// All that a run depends on, by value. The parameters have passed validate().
struct RunRequest {
    const Lab* lab = nullptr;
    Parameters parameters;
    std::uint64_t seed = 1;
    std::int64_t plannedTrials = 1;
    unsigned threads = 1; ///< may change the time of a run, never its result
};

/**
 * Runs labs behind the window. Lives on the UI thread and owns one worker thread; the two share
 * nothing but requests, immutable reports and a generation number.
 *
 * A new run first gives a report with what fits into a few milliseconds (the exact laws, and the
 * first trials), then reports about once a frame at first and less often as little changes, and
 * always its last one. Every request has a generation; what an older generation still delivers is
 * dropped on the UI thread, so a report that arrives is always one of the newest request.
 */
class Runner : public QObject {
    Q_OBJECT

  public:
    explicit Runner(QObject* parent = nullptr);

    /// Stops and joins, within a chunk's time.
    ~Runner() override;

    /// Starts at once, and cancels what runs.
    void start(const RunRequest& request);

    /**
     * The same for a control that is being dragged: at most one start a frame, and none before the
     * last one has shown its first report, so that a stream of changes never starves the picture.
     * In between only the newest request is kept, and it always runs.
     */
    void startSoon(const RunRequest& request);

    /// The same run with another number of trials: continues where LabRun allows it, else restarts.
    void setPlannedTrials(std::int64_t plannedTrials);

    /// The same request from the first trial, unpaused.
    void replay();

    void pause();
    void resume();

    /// Cancels the run and drops what it may still deliver.
    void stop();

    bool isPaused() const { return m_paused; }
    bool isFinished() const { return m_finished; }

    /// The newest request, though it may still wait for its turn.
    const std::optional<RunRequest>& request() const { return m_pending ? m_pending : m_request; }

  signals:
    void reportReady(const std::shared_ptr<const Report>& report, double trialsPerSecond);

    /// All planned trials are done; the last report has been delivered.
    void finished();
    void pausedChanged(bool paused);

    /// The lab threw: the run is over, in its words.
    void failed(const QString& message);

  private:
    void connectSignals();
    void submit(const RunRequest& request, bool continues);
    void submitPending();
    void takeDelivery();
    void setPaused(bool paused);

    std::unique_ptr<RunWorker> m_worker;
    std::optional<RunRequest> m_request;
    std::optional<RunRequest> m_pending;
    std::uint64_t m_generation = 0;
    bool m_awaitsFirstReport = false;
    bool m_paused = false;
    bool m_finished = false;
    QTimer m_frame; ///< runs while the pending request waits for its frame
    QElapsedTimer m_sinceSubmit;
};

/// Leaves one processor to the window.
unsigned backgroundThreads();

} // namespace plumbline
