#pragma once

#include "core/lab/scene.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPoint>

#include <functional>
#include <string>
#include <vector>

namespace plumbline::benchmarks {

/// An application that knows when the picture of a window was last flushed.
class WatchedApplication final : public QApplication {
  public:
    using QApplication::QApplication;

    void watch(QObject* window) { m_window = window; }

    /// Number of flushes so far, and nanoseconds since the clock was started, of the last one.
    int flushes() const { return m_flushes; }
    qint64 lastFlush() const { return m_lastFlush; }
    void startClock() { m_clock.start(); }

    /// Painting ends with the flush of the backing store, and both happen in this one event.
    bool notify(QObject* receiver, QEvent* event) override;

  private:
    QObject* m_window = nullptr;
    QElapsedTimer m_clock;
    int m_flushes = 0;
    qint64 m_lastFlush = 0;
};

/// One step of a control until its picture is on the screen.
struct Frame {
    double milliseconds = 0;          ///< until the flush of the last figure
    double processorMilliseconds = 0; ///< of the UI thread
    double trials = 0;                ///< in that picture
};

/// The real window at 1280 x 800, driven by mouse and keys.
class DrivenWindow {
  public:
    DrivenWindow(WatchedApplication& application, const Scene& scene);

    MainWindow& window() { return m_window; }

    /// The controls of a parameter.
    QWidget* slider(const std::string& name);
    QWidget* numberBox(const std::string& name);

    /// Presses, moves or releases the left button over a slider, at a value of its scale.
    void mouse(QEvent::Type type, QWidget* slider, double value);
    static void key(QWidget* widget, Qt::Key key);

    /// Does something to a control and waits until all figures show what came of it.
    Frame step(const std::function<void()>& act);

    static void runEventsFor(int milliseconds);

  private:
    void waitForFlushOf(const Parameters& parameters);

    WatchedApplication& m_application;
    MainWindow m_window;
};

/// Kept units with M = 1000 and a million trials to come; random units of the same rate on demand.
Scene openingScene(bool randomUnits = false);

/// Of this process, in megabytes.
double residentMegabytes();

/// "name   median ...  p95 ...  max ... ms"
void printTimes(const std::string& name, const std::vector<double>& milliseconds);
double quantile(std::vector<double> values, double share);

} // namespace plumbline::benchmarks
