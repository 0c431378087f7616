#pragma once

#include "ui/run/runner.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace plumbline {

class FallingCounts;
class ReportPage;

/// One step of a watched run: so many trials, and the time until the next step.
struct WatchBeat {
    std::int64_t trials = 1;
    int milliseconds = 0;
};

/// Single draws first, then batches that grow; after the last one the run goes on at full speed.
std::span<const WatchBeat> watchBeats();

/**
 * Shows draws as they happen. The trials of any small step are pictured: the figure of the last one
 * stands in for the report's, its result falls into its bar, and the report that counts it is held
 * back until it has landed. While on, it makes such steps by itself, faster and faster. It holds up
 * no run: a report that comes while something falls takes its place at once.
 */
class Watch : public QObject {
    Q_OBJECT

  public:
    /// The runner must outlive it; the page may go at any time after it.
    Watch(Runner& runner, ReportPage& page);

    bool isOn() const { return m_on; }
    bool isPlaying() const { return m_on && m_playing; }

    /// On, and playing from the first beat. Whoever switches it on starts a run without trials.
    void begin();

    /// Goes on where pause() stopped.
    void play();
    void pause();

    /// Off; the run stays paused where it is.
    void end();

    /// Drops what still falls, and its report: another run begins.
    void forget();

  signals:
    /// What the runner's reportReady() says, once it may be shown.
    void reportDue(const std::shared_ptr<const Report>& report, double trialsPerSecond);

    /// The last draw in words.
    void said(const QString& words);
    void changed(); ///< isOn() or isPlaying()

  private:
    struct Held {
        std::shared_ptr<const Report> report;
        double trialsPerSecond = 0;
    };

    void connectSignals();
    void takeReport(const std::shared_ptr<const Report>& report, double trialsPerSecond);
    void release();
    bool dropCounts(const std::vector<ShownTrial>& drawn);
    void showStandIn();
    void awaitBeat();
    void beat();

    Runner& m_runner;
    ReportPage& m_page;
    FallingCounts* m_counts;
    bool m_on = false;
    bool m_playing = false;
    std::size_t m_beat = 0; ///< the next one
    std::vector<ShownTrial> m_drawn;
    std::optional<Figure> m_standIn;
    std::optional<Held> m_held;
    QTimer m_wait;
    QElapsedTimer m_sinceBeat;
};

} // namespace plumbline
