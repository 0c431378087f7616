#include "core/statistics/streaming_moments.h"

#include <limits>

namespace plumbline {

void StreamingMoments::add(double x) {
    const auto before = static_cast<double>(m_count);
    ++m_count;
    const auto n = static_cast<double>(m_count);
    const double delta = x - m_mean;
    const double step = delta / n;
    const double square = delta * step * before;
    m_mean += step;
    m_fourths += square * step * step * (n * n - 3.0 * n + 3.0) + 6.0 * step * step * m_squares -
                 4.0 * step * m_cubes;
    m_cubes += square * step * (n - 2.0) - 3.0 * step * m_squares;
    m_squares += square;
}

void StreamingMoments::merge(const StreamingMoments& other) {
    if (other.m_count == 0)
        return;
    if (m_count == 0) {
        *this = other;
        return;
    }
    const auto a = static_cast<double>(m_count);
    const auto b = static_cast<double>(other.m_count);
    const double n = a + b;
    const double delta = other.m_mean - m_mean;
    const double step = delta / n;
    const double square = delta * step * a * b;
    m_fourths += other.m_fourths + square * step * step * (a * a - a * b + b * b) +
                 6.0 * step * step * (a * a * other.m_squares + b * b * m_squares) +
                 4.0 * step * (a * other.m_cubes - b * m_cubes);
    m_cubes += other.m_cubes + square * step * (a - b) +
               3.0 * step * (a * other.m_squares - b * m_squares);
    m_squares += other.m_squares + square;
    m_mean += step * b;
    m_count += other.m_count;
}

SampleMoments StreamingMoments::moments() const {
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    if (m_count == 0)
        return {0, kNaN, kNaN, kNaN, kNaN};
    const auto n = static_cast<double>(m_count);
    const double variance = m_count > 1 ? m_squares / (n - 1.0) : kNaN;
    return {m_count, m_mean, variance, m_cubes / n, m_fourths / n};
}

double StreamingMoments::meanStandardError() const {
    return plumbline::meanStandardError(moments().variance, m_count);
}

double StreamingMoments::varianceStandardError() const {
    const SampleMoments sample = moments();
    return plumbline::varianceStandardError(sample.variance, sample.fourthCentralMoment, m_count);
}

} // namespace plumbline
