#include "app/interrupt.h"

#include "app/output.h"

#include <csignal>
#include <ctime>
#include <pthread.h>
#include <unistd.h>

namespace plumbline {

namespace {

sigset_t interruptSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

/// All that a signal handler may do.
extern "C" void endInterrupted(int /*signal*/) {
    ::_exit(static_cast<int>(ExitCode::interrupted));
}

constexpr timespec kPoll{.tv_sec = 0, .tv_nsec = 20'000'000};

} // namespace

InterruptGuard::InterruptGuard() {
    const sigset_t signals = interruptSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_watcher = std::jthread([this, signals](const std::stop_token& ended) {
        while (!ended.stop_requested()) {
            if (sigtimedwait(&signals, nullptr, &kPoll) < 0)
                continue;
            if (m_source.stop_requested())
                ::_exit(static_cast<int>(ExitCode::interrupted));
            m_source.request_stop();
        }
    });
}

InterruptGuard::~InterruptGuard() {
    m_watcher.request_stop();
    m_watcher.join();
    std::signal(SIGINT, endInterrupted);
    std::signal(SIGTERM, endInterrupted);
    const sigset_t signals = interruptSignals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

} // namespace plumbline
