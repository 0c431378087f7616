#include "driven_window.h"

#include <cstdio>
#include <cstdlib>

/**
 * Resident memory of the window: after five seconds of running, after 300 steps of p and of M, and
 * after 3,000 more, which should add nothing. The number of those steps may be given.
 */
using namespace plumbline;
using namespace plumbline::benchmarks;

namespace {

constexpr int kRestMilliseconds = 5000;
constexpr int kFirstSteps = 300;

void takeSteps(DrivenWindow& window, int steps) {
    QWidget* p = window.slider("p");
    QWidget* units = window.slider("M");
    for (int i = 0; i < steps; ++i)
        window.step([&] {
            DrivenWindow::key(i % 2 == 0 ? p : units, i % 4 < 2 ? Qt::Key_Up : Qt::Key_Down);
        });
}

void print(const char* when) {
    std::printf("%-34s %6.1f MB resident\n", when, residentMegabytes());
}

} // namespace

int main(int argc, char** argv) {
    WatchedApplication application(argc, argv);
    const int steps = argc > 1 ? std::atoi(argv[1]) : 3000;
    DrivenWindow window(application, openingScene());
    print("half a second after the start");
    DrivenWindow::runEventsFor(kRestMilliseconds);
    print("after 5 s of running");
    takeSteps(window, kFirstSteps);
    print("after 300 steps");
    const double before = residentMegabytes();
    takeSteps(window, steps);
    std::printf("after %d further steps %18.1f MB resident, %+.1f MB\n", steps, residentMegabytes(),
                residentMegabytes() - before);
}
