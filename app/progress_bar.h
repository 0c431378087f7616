#pragma once

#include <chrono>
#include <cstdint>

namespace plumbline {

/// One line on stderr, redrawn a few times a second; nothing at all unless stderr is a terminal.
class ProgressBar {
  public:
    ProgressBar(std::int64_t total, bool quiet);
    ~ProgressBar(); ///< clears the line

    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::int64_t done);

  private:
    std::int64_t m_total;
    bool m_enabled;
    bool m_drawn = false;
    std::chrono::steady_clock::time_point m_start;
    std::chrono::steady_clock::time_point m_nextDraw;
};

} // namespace plumbline
