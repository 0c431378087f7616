#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

namespace plumbline::testing {

/**
 * The least time, in milliseconds, that any of the rounds took between prepare() and the end of
 * act(). A promise of speed is kept if it is ever kept: what else runs on the machine only adds.
 */
template <typename Prepare, typename Act>
qint64 fastest(int rounds, const Prepare& prepare, const Act& act) {
    qint64 least = std::numeric_limits<qint64>::max();
    for (int round = 0; round < rounds; ++round) {
        prepare();
        QElapsedTimer timer;
        timer.start();
        act();
        least = std::min(least, timer.elapsed());
    }
    return least;
}

} // namespace plumbline::testing
