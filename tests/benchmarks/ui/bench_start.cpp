#include "driven_window.h"
#include "ui/window/report_page.h"

#include <QProcess>

#include <chrono>
#include <cstdio>
#include <cstdlib>

/**
 * Cold start: from the start of a process, before it is even loaded, to the flush of its first
 * simulated charts. The program starts itself that many times (20 unless given) and prints the
 * spread and the memory resident then:
 *   QT_QPA_PLATFORM=offscreen build/release/benchmarks/bench_start
 */
using namespace plumbline;
using namespace plumbline::benchmarks;

namespace {

/// The same clock in every process.
qint64 now() {
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

/// What the program does for its window, until that shows trials.
int startOnce(int argc, char** argv, qint64 started) {
    WatchedApplication application(argc, argv);
    MainWindow window(std::nullopt);
    application.watch(&window);
    window.show();
    const auto painted = [&] {
        const auto& report = window.reportPage()->report();
        return report && report->trials > 0;
    };
    while (!painted())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    for (const int before = application.flushes(); before == application.flushes();)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("%f %f\n", static_cast<double>(now() - started) / 1e6, residentMegabytes());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::string(argv[1]) == "--started")
        return startOnce(argc, argv, std::atoll(argv[2]));
    const int starts = argc > 1 ? std::atoi(argv[1]) : 20;
    std::vector<double> times;
    std::vector<double> memory;
    for (int i = 0; i < starts; ++i) {
        QProcess child;
        child.start(argv[0], {"--started", QString::number(now())});
        child.waitForFinished();
        const QList<QByteArray> words = child.readAllStandardOutput().simplified().split(' ');
        if (words.size() != 2)
            return EXIT_FAILURE;
        times.push_back(words[0].toDouble());
        memory.push_back(words[1].toDouble());
    }
    printTimes("start to first charts", times);
    std::printf("%-24s median %6.1f MB resident\n", "  memory then", quantile(memory, 0.5));
}
