#include "app/progress_bar.h"

#include "core/report/number_format.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <unistd.h>

namespace plumbline {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kFirstDraw = std::chrono::milliseconds(300); // short runs show no bar
constexpr auto kRedraw = std::chrono::milliseconds(100);
constexpr int kCells = 30;

} // namespace

ProgressBar::ProgressBar(std::int64_t total, bool quiet)
    : m_total(total), m_enabled(!quiet && ::isatty(STDERR_FILENO) == 1), m_start(Clock::now()),
      m_nextDraw(m_start + kFirstDraw) {}

ProgressBar::~ProgressBar() {
    if (m_drawn)
        std::fputs("\r\033[K", stderr);
}

void ProgressBar::show(std::int64_t done) {
    const auto now = Clock::now();
    if (!m_enabled || now < m_nextDraw)
        return;
    m_nextDraw = now + kRedraw;
    m_drawn = true;
    const double fraction = static_cast<double>(done) / static_cast<double>(m_total);
    const double elapsed = std::chrono::duration<double>(now - m_start).count();
    const int filled = static_cast<int>(fraction * kCells);
    const std::string bar = std::string(static_cast<std::size_t>(filled), '#') +
                            std::string(static_cast<std::size_t>(kCells - filled), '-');
    const double left = fraction > 0 ? elapsed * (1 / fraction - 1) : 0;
    std::fprintf(stderr, "\r\033[K[%s] %3.0f %%  %s of %s trials, %.0f s left", bar.c_str(),
                 100 * fraction, formatCount(done).c_str(), formatCount(m_total).c_str(), left);
}

} // namespace plumbline
