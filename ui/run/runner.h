#pragma once

#include "core/lab/lab.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace plumbline {

class RunWorker;
struct RunDelivery;

/// All that a run depends on, by value. The parameters have passed validate().
struct RunRequest {
    const Lab* lab = nullptr;
    Parameters parameters;
    std::uint64_t seed = 1;
    std::int64_t plannedTrials = 1;
    unsigned threads = 1;     ///< may change the time of a run, never its result
    bool startsEmpty = false; ///< its first report shows the theory alone, before any trial
};

/// Of no larger step are the single trials shown.
inline constexpr std::int64_t kMostDrawnTrials = 50;

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

    /**
     * The same run with another number of trials. What is done is kept, even where it is more than
     * the new number: the run is then complete as it is. Only where LabRun cannot go on, such as
     * from one way of sampling to another, it starts again and says why with restarted().
     */
    void setPlannedTrials(std::int64_t plannedTrials);

    /**
     * Pauses, and adds exactly so many trials, or as many as are left, with reports on the way.
     * Steps add up; pause(), resume(), stop() and a new request cancel those that are not done. The
     * trials of a step of at most kMostDrawnTrials are shown with trialsDrawn(). Does nothing when
     * there is no run or it has finished.
     */
    void step(std::int64_t trials);

    /// Asks for one completeReport() of the trials done by then; the run goes on undisturbed. A
    /// newer request answers in its place. Nothing comes without a request or from one that fails.
    void requestComplete();

    /// The same request from the first trial, unpaused.
    void replay();

    void pause();
    void resume();

    /// Cancels the run and drops what it may still deliver.
    void stop();

    bool isPaused() const { return m_paused; }

    /// Paused, but a step is under way.
    bool isStepping() const { return m_stepping; }
    bool isFinished() const { return m_finished; }

    /// Why the run on show shows no single trials; empty where it does.
    const QString& hiddenReason() const { return m_hiddenReason; }

    /// The newest request, though it may still wait for its turn.
    const std::optional<RunRequest>& request() const { return m_pending ? m_pending : m_request; }

  signals:
    /// The trials of a small step, just before the reportReady() that counts them.
    void trialsDrawn(const std::vector<ShownTrial>& trials);

    void reportReady(const std::shared_ptr<const Report>& report, double trialsPerSecond);

    /// All planned trials are done; the last report has been delivered.
    void finished();
    void pausedChanged(bool paused);
    void steppingChanged(bool stepping);
    void completeReport(const std::shared_ptr<const Report>& report);

    /// A changed number of trials needed a new run, because "the sampling changed to counts".
    void restarted(const QString& reason);

    /// The lab threw: the run is over, in its words.
    void failed(const QString& message);

  private:
    void connectSignals();
    void submit(const RunRequest& request, bool continues);
    void submitPending();
    void takeNews();
    void takeDelivery(const RunDelivery& delivery);
    void setPaused(bool paused);
    void setStepping(bool stepping);
    void cancelSteps();

    std::unique_ptr<RunWorker> m_worker;
    std::optional<RunRequest> m_request;
    std::optional<RunRequest> m_pending;
    std::uint64_t m_generation = 0;
    bool m_awaitsFirstReport = false;
    bool m_paused = false;
    bool m_stepping = false;
    bool m_finished = false;
    std::uint64_t m_steps = 0; ///< asked for so far
    QString m_hiddenReason;
    QTimer m_frame; ///< runs while the pending request waits for its frame
    QElapsedTimer m_sinceSubmit;
};

/// Leaves one processor to the window.
unsigned backgroundThreads();

} // namespace plumbline
