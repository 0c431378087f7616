#include "core/parallel/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace plumbline {

void parallelFor(std::int64_t count, unsigned threads,
                 const std::function<void(std::int64_t index)>& body) {
    std::atomic<std::int64_t> next = 0;
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto work = [&] {
        try {
            for (std::int64_t index = next++; index < count; index = next++)
                body(index);
        } catch (...) {
            next = count;
            const std::scoped_lock lock(failureMutex);
            if (!failure)
                failure = std::current_exception();
        }
    };
    {
        const auto helpers = std::min<std::int64_t>(threads, count) - 1;
        std::vector<std::jthread> pool;
        for (std::int64_t i = 0; i < helpers; ++i)
            pool.emplace_back(work);
        work();
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace plumbline
