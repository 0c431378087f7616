#include "driven_window.h"

#include "core/labs/catalogue.h"
#include "ui/controls/number_box.h"
#include "ui/controls/number_control.h"
#include "ui/controls/parameter_panel.h"
#include "ui/controls/slider.h"
#include "ui/window/lab_panel.h"
#include "ui/window/report_page.h"

#include <QMouseEvent>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>

namespace plumbline::benchmarks {
namespace {

double processorMilliseconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

NumberControl* controlOf(MainWindow& window, const std::string& name) {
    return qobject_cast<NumberControl*>(window.labPanel()->parameterPanel()->control(name));
}

/// Where a press or a move means that value.
QPoint placeOf(const Slider& slider, double value) {
    Slider twin(slider.scale());
    twin.resize(slider.size());
    twin.setValue(value);
    return twin.handleCentre();
}

} // namespace

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
    const QEvent::Type type = event->type();
    const bool handled = QApplication::notify(receiver, event);
    if (type == QEvent::UpdateRequest && receiver == m_window) {
        ++m_flushes;
        m_lastFlush = m_clock.isValid() ? m_clock.nsecsElapsed() : 0;
    }
    return handled;
}

DrivenWindow::DrivenWindow(WatchedApplication& application, const Scene& scene)
    : m_application(application), m_window(scene) {
    application.watch(&m_window);
    m_window.resize(1280, 800);
    m_window.show();
    m_window.activateWindow();
    waitForFlushOf(scene.parameters);
    runEventsFor(500);
}

QWidget* DrivenWindow::slider(const std::string& name) {
    return controlOf(m_window, name)->slider();
}

QWidget* DrivenWindow::numberBox(const std::string& name) {
    return controlOf(m_window, name)->box();
}

void DrivenWindow::mouse(QEvent::Type type, QWidget* slider, double value) {
    const QPoint place = placeOf(*qobject_cast<Slider*>(slider), value);
    const bool moves = type == QEvent::MouseMove;
    const bool released = type == QEvent::MouseButtonRelease;
    QMouseEvent event(type, place, slider->mapToGlobal(place),
                      moves ? Qt::NoButton : Qt::LeftButton,
                      released ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(slider, &event);
}

void DrivenWindow::key(QWidget* widget, Qt::Key key) {
    QTest::keyClick(widget, key);
}

Frame DrivenWindow::step(const std::function<void()>& act) {
    Frame frame;
    const double begun = processorMilliseconds();
    m_application.startClock();
    act();
    waitForFlushOf(m_window.labPanel()->scene().parameters);
    frame.trials = static_cast<double>(m_window.reportPage()->report()->trials);
    frame.milliseconds = static_cast<double>(m_application.lastFlush()) / 1e6;
    frame.processorMilliseconds = processorMilliseconds() - begun;
    return frame;
}

void DrivenWindow::waitForFlushOf(const Parameters& parameters) {
    const auto shown = [&] {
        const auto& report = m_window.reportPage()->report();
        return report && report->parameters == parameters;
    };
    while (!shown())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    // Whatever a figure still asks to be repainted belongs to the same picture.
    int flushes = -1;
    while (flushes != m_application.flushes()) {
        flushes = m_application.flushes();
        QApplication::sendPostedEvents();
    }
}

void DrivenWindow::runEventsFor(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QApplication::processEvents(QEventLoop::AllEvents, 5);
}

Scene openingScene(bool randomUnits) {
    const auto lab = std::ranges::find_if(
        catalogue(), [](const Lab* each) { return each->description().id == "kept-units"; });
    Scene scene = defaultScene(**lab);
    scene.parameters.set("M", std::int64_t{1000});
    scene.parameters.set("lambda", 1000.0);
    scene.parameters.set("units", std::string(randomUnits ? "poisson" : "fixed"));
    scene.trials = 1'000'000;
    return scene;
}

double residentMegabytes() {
    constexpr double kKilobytes = 1000.0 / 1.024; // the kernel's kB are 1024 bytes
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmRSS:"))
            return std::stod(line.substr(6)) / kKilobytes;
    }
    return 0;
}

double quantile(std::vector<double> values, double share) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(
        std::lround(share * static_cast<double>(values.size() - 1)))];
}

void printTimes(const std::string& name, const std::vector<double>& milliseconds) {
    std::printf("%-24s median %6.2f  p95 %6.2f  max %6.2f ms\n", name.c_str(),
                quantile(milliseconds, 0.5), quantile(milliseconds, 0.95),
                quantile(milliseconds, 1));
}

} // namespace plumbline::benchmarks
