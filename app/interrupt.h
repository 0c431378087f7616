#pragma once

#include <stop_token>
#include <thread>

namespace plumbline {

/**
 * Turns Ctrl-C and SIGTERM into a stop request while it lives; a second one, and any afterwards,
 * ends the program at once with the exit code of an interruption. Make it before any thread that
 * should not be interrupted.
 */
class InterruptGuard {
  public:
    InterruptGuard();
    ~InterruptGuard();

    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

    std::stop_token token() const { return m_source.get_token(); }
    bool interrupted() const { return m_source.stop_requested(); }

  private:
    std::stop_source m_source;
    std::jthread m_watcher;
};

} // namespace plumbline
