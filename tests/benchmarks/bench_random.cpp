#include "core/random/masks.h"
#include "core/random/stream.h"
#include "core/random/vector_path.h"

#include <benchmark/benchmark.h>

#include <vector>

namespace {

using namespace plumbline;

/// Trials of M units each: range(0) = M, range(1) = 10^6 p, on one thread.
void keptCounts(benchmark::State& state, VectorPath path) {
    setVectorPath(path);
    const MaskSampler sampler(7, Role::mask, static_cast<double>(state.range(1)) * 1e-6);
    std::vector<std::int64_t> kept(20'000);
    for (auto _ : state) {
        sampler.keptCounts(0, state.range(0), kept);
        benchmark::DoNotOptimize(kept.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kept.size()) *
                            state.range(0));
    setVectorPath(VectorPath::automatic);
}
BENCHMARK_CAPTURE(keptCounts, vector, VectorPath::automatic)
    ->ArgNames({"M", "millionthsOfP"})
    ->Args({1024, 300'000})
    ->Args({1024, 500'000})
    ->Args({1000, 300'000})
    ->Args({20, 300'000})
    ->Args({20, 500'000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(keptCounts, portable, VectorPath::portable)
    ->ArgNames({"M", "millionthsOfP"})
    ->Args({1024, 300'000})
    ->Args({20, 300'000})
    ->Unit(benchmark::kMillisecond);

void hugeTrial(benchmark::State& state) {
    const MaskSampler sampler(7, Role::mask, 0.3);
    for (auto _ : state)
        benchmark::DoNotOptimize(sampler.keptCount(0, 100'000'000));
    state.SetItemsProcessed(state.iterations() * 100'000'000);
}
BENCHMARK(hugeTrial)->Unit(benchmark::kMillisecond);

void words(benchmark::State& state) {
    std::vector<std::uint64_t> values(1 << 16);
    for (auto _ : state) {
        fillWords({7, Role::counts, 0}, 0, values);
        benchmark::DoNotOptimize(values.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(values.size()));
}
BENCHMARK(words);

} // namespace
