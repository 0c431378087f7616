#include "driven_window.h"

#include <QTest>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

/**
 * The time from a step of a control to the flush of all figures, in the real window at 1280 x 800
 * with antialiasing as shipped, and a target of 1e6 trials: p by the mouse and M by keys at M =
 * 1000, lambda by keys with M ~ Poisson(lambda) about lambda = 1000. Then a drag that waits for
 * nothing, and the longest time for which it stalled the event loop. Run it on the platform in
 * question, with the number of steps of each control if it is not to be 100:
 *   QT_QPA_PLATFORM=offscreen build/release/benchmarks/bench_frame
 */
using namespace plumbline;
using namespace plumbline::benchmarks;

namespace {

constexpr int kPauseMilliseconds = 20; ///< between steps, in which trials accumulate
constexpr int kMovesEachSecond = 125;  ///< of a usual mouse
constexpr int kDragMilliseconds = 4000;

struct Frames {
    std::vector<double> times;
    std::vector<double> processor;
    std::vector<double> trials;

    void add(const Frame& frame) {
        times.push_back(frame.milliseconds);
        processor.push_back(frame.processorMilliseconds);
        trials.push_back(frame.trials);
    }
};

/// 0.2 to 0.7 and back: every step is of 0.01, and none goes where the last one was.
double sweptProbability(int step) {
    const int place = step % 100;
    return 0.2 + 0.01 * (place < 50 ? place : 100 - place);
}

/// Up, down, down, up: no two neighbours alike, and never far from the start.
bool goesUp(int step) {
    return step % 4 == 0 || step % 4 == 3;
}

Frames stepProbability(DrivenWindow& window, int steps) {
    Frames frames;
    QWidget* slider = window.slider("p");
    window.mouse(QEvent::MouseButtonPress, slider, 0.5);
    for (int i = 0; i < steps; ++i) {
        frames.add(
            window.step([&] { window.mouse(QEvent::MouseMove, slider, sweptProbability(i)); }));
        DrivenWindow::runEventsFor(kPauseMilliseconds);
    }
    window.mouse(QEvent::MouseButtonRelease, slider, sweptProbability(steps - 1));
    return frames;
}

Frames stepByKeys(DrivenWindow& window, QWidget* control, int steps) {
    Frames frames;
    control->setFocus();
    for (int i = 0; i < steps; ++i) {
        frames.add(window.step(
            [&] { DrivenWindow::key(control, goesUp(i) ? Qt::Key_Up : Qt::Key_Down); }));
        DrivenWindow::runEventsFor(kPauseMilliseconds);
    }
    return frames;
}

/// The longest time between two turns of the event loop while the mouse moves on without waiting.
double longestStall(DrivenWindow& window) {
    QElapsedTimer sinceTurn;
    double longest = 0;
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    QObject::connect(&heart, &QTimer::timeout, [&] {
        longest = std::max(longest, static_cast<double>(sinceTurn.nsecsElapsed()) / 1e6);
        sinceTurn.start();
    });
    QWidget* slider = window.slider("p");
    int moves = 0;
    QTimer mouse;
    mouse.setTimerType(Qt::PreciseTimer);
    QObject::connect(&mouse, &QTimer::timeout,
                     [&] { window.mouse(QEvent::MouseMove, slider, sweptProbability(moves++)); });
    window.mouse(QEvent::MouseButtonPress, slider, 0.5);
    sinceTurn.start();
    heart.start(1);
    mouse.start(1000 / kMovesEachSecond);
    DrivenWindow::runEventsFor(kDragMilliseconds);
    mouse.stop();
    window.mouse(QEvent::MouseButtonRelease, slider, 0.5);
    return longest;
}

void append(std::vector<double>& all, const std::vector<double>& part) {
    all.insert(all.end(), part.begin(), part.end());
}

} // namespace

int main(int argc, char** argv) {
    WatchedApplication application(argc, argv);
    const int steps = argc > 1 ? std::atoi(argv[1]) : 100;
    Frames all;
    const auto take = [&all](const char* name, const Frames& frames) {
        printTimes(name, frames.times);
        append(all.times, frames.times);
        append(all.processor, frames.processor);
        append(all.trials, frames.trials);
    };
    std::printf("From a step to the flush of all figures, on %s:\n",
                qPrintable(QGuiApplication::platformName()));
    double stall = 0;
    {
        DrivenWindow window(application, openingScene());
        take("p, by mouse", stepProbability(window, steps));
        take("M, by keys", stepByKeys(window, window.slider("M"), steps));
        stall = longestStall(window);
    }
    {
        DrivenWindow window(application, openingScene(true));
        take("lambda, by keys", stepByKeys(window, window.numberBox("lambda"), steps));
    }
    printTimes("all steps", all.times);
    printTimes("  the UI thread's share", all.processor);
    std::printf("%-24s median %6.0f\n", "  trials in that picture", quantile(all.trials, 0.5));
    std::printf("%-24s %6.2f ms\n", "longest stall in a drag", stall);
}
