#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/random/binomial_sampler.h"
#include "core/random/counts.h"
#include "core/random/masks.h"
#include "core/random/multinomial.h"
#include "core/random/normal.h"
#include "core/random/poisson_sampler.h"
#include "core/random/stream.h"
#include "core/random/vector_path.h"

#include <benchmark/benchmark.h>

#include <memory>
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

void normals(benchmark::State& state) {
    std::vector<double> values(1 << 16);
    for (auto _ : state) {
        fillNormal({7, Role::noise, 0}, 0, values);
        benchmark::DoNotOptimize(values.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(values.size()));
}
BENCHMARK(normals);

/// Counts of M = range(0) units into a histogram.
void fixedCounts(benchmark::State& state) {
    const CountSampler sampler({7, Role::counts}, Binomial::keptUnits(state.range(0), 0.3));
    std::vector<std::int64_t> cells(static_cast<std::size_t>(sampler.last() - sampler.first() + 1));
    const std::int64_t trials = 100'000;
    for (auto _ : state)
        sampler.addToHistogram(0, trials, cells);
    state.SetItemsProcessed(state.iterations() * trials);
}
BENCHMARK(fixedCounts)->ArgName("M")->Arg(100)->Arg(1000)->Arg(1'000'000)->Arg(1'000'000'000);

void buildCountSampler(benchmark::State& state) {
    const Binomial law = Binomial::keptUnits(state.range(0), 0.3);
    for (auto _ : state)
        benchmark::DoNotOptimize(CountSampler({7, Role::counts}, law).last());
}
BENCHMARK(buildCountSampler)->ArgName("M")->Arg(1000)->Arg(1'000'000'000);

void poissonSizesAndTheirCounts(benchmark::State& state) {
    const Poisson law(DoubleDouble(static_cast<double>(state.range(0))));
    const CountSampler sizes({7, Role::units}, law);
    const SplitBinomialSampler sampler({7, Role::counts}, sizes.first(), sizes.last(), 0.3);
    std::vector<std::int64_t> units(100'000);
    std::vector<std::int64_t> kept(units.size());
    for (auto _ : state) {
        sizes.counts(0, units);
        sampler.keptCounts(0, units, kept);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(units.size()));
}
BENCHMARK(poissonSizesAndTheirCounts)->ArgName("lambda")->Arg(100)->Arg(1'000'000);

void buildSplitSampler(benchmark::State& state) {
    const CountSampler sizes({7, Role::units},
                             Poisson(DoubleDouble(static_cast<double>(state.range(0)))));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            SplitBinomialSampler({7, Role::counts}, sizes.first(), sizes.last(), 0.3));
}
BENCHMARK(buildSplitSampler)->ArgName("lambda")->Arg(100)->Arg(1'000'000);

void binomialDraws(benchmark::State& state) {
    Stream stream({7, Role::data, 0});
    for (auto _ : state)
        benchmark::DoNotOptimize(drawBinomial(stream, state.range(0), 0.3));
}
BENCHMARK(binomialDraws)->ArgName("n")->Arg(20)->Arg(1000)->Arg(1'000'000'000'000);

void poissonDraws(benchmark::State& state) {
    Stream stream({7, Role::data, 0});
    for (auto _ : state)
        benchmark::DoNotOptimize(drawPoisson(stream, static_cast<double>(state.range(0))));
}
BENCHMARK(poissonDraws)->ArgName("mean")->Arg(5)->Arg(1000)->Arg(1'000'000'000);

/// 10^12 trials of M = range(0) units through every checkpoint.
void histogramOfATrillion(benchmark::State& state) {
    const CountSupport support = supportOf(Binomial::keptUnits(state.range(0), 0.3));
    const auto law = std::make_shared<const MultinomialLaw>(support.pmf);
    for (auto _ : state) {
        HistogramRun run(7, law);
        run.advance(1'000'000'000'000);
        benchmark::DoNotOptimize(run.counts().data());
    }
}
BENCHMARK(histogramOfATrillion)
    ->ArgName("M")
    ->Arg(1000)
    ->Arg(1'000'000)
    ->Arg(1'000'000'000)
    ->Unit(benchmark::kMillisecond);

} // namespace
