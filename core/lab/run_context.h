#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>

namespace plumbline {

/// What a run may use and whom it tells. None of it may change a result.
struct RunContext {
    std::stop_token stop; ///< checked once a chunk, at most some 20 ms apart
    unsigned threads = 1;
    std::optional<std::chrono::steady_clock::time_point>
        deadline;                                          ///< return at a chunk's end after it
    std::function<void(std::int64_t trialsDone)> progress; ///< called on the advancing thread

    bool stopRequested() const { return stop.stop_requested(); }
    bool deadlinePassed() const {
        return deadline && std::chrono::steady_clock::now() >= *deadline;
    }
    void report(std::int64_t trialsDone) const {
        if (progress)
            progress(trialsDone);
    }
};

} // namespace plumbline
