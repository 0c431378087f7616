#include "core/lab/scene.h"
#include "core/labs/catalogue.h"
#include "ui/controls/number_control.h"
#include "ui/controls/parameter_panel.h"
#include "ui/controls/slider.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <vector>

/**
 * The time from a step of p to the repaint of all figures, in the real window at 1280 x 800, with
 * M = 1000 units and a target of 1e6 trials. Run it on the platform in question:
 *   QT_QPA_PLATFORM=offscreen build/release/benchmarks/bench_frame
 */
using namespace plumbline;

namespace {

constexpr int kSteps = 200;
constexpr int kPauseMilliseconds = 20; ///< between steps, in which trials accumulate

double processorMilliseconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void runEventsFor(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QApplication::processEvents(QEventLoop::AllEvents, 5);
}

void print(const char* name, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto at = [&times](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-22s median %6.2f  p95 %6.2f  max %6.2f ms\n", name, at(0.5), at(0.95), at(1));
}

Scene openingScene() {
    const auto lab = std::ranges::find_if(
        catalogue(), [](const Lab* each) { return each->description().id == "kept-units"; });
    Scene scene = defaultScene(**lab);
    scene.parameters.set("M", std::int64_t{1000});
    scene.trials = 1'000'000;
    return scene;
}

/// Moves p and waits until a report of that p is painted.
void step(MainWindow& window, Slider& slider, double p) {
    bool arrived = false;
    const auto connection = QObject::connect(
        &window.runner(), &Runner::reportReady, [&](const std::shared_ptr<const Report>& report) {
            arrived = arrived || report->parameters.real("p") == p;
        });
    slider.setValue(p);
    emit slider.valueMoved(p);
    while (!arrived)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QApplication::processEvents(); // the repaint
    QObject::disconnect(connection);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    MainWindow window(openingScene());
    window.resize(1280, 800);
    window.show();
    runEventsFor(500);
    auto* control = qobject_cast<NumberControl*>(window.labPanel()->parameterPanel()->control("p"));
    std::vector<double> frames;
    std::vector<double> processor;
    for (int i = 0; i < kSteps; ++i) {
        QElapsedTimer timer;
        timer.start();
        const double begun = processorMilliseconds();
        step(window, *control->slider(), 0.2 + 0.6 * i / kSteps);
        frames.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        processor.push_back(processorMilliseconds() - begun);
        runEventsFor(kPauseMilliseconds);
    }
    print("setValue to repaint", frames);
    print("UI thread's share", processor);
}
