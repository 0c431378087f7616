// Compiled once for every instruction set, so neither Eigen nor standard-library templates in here:
// the linker could keep a copy of theirs that an older processor cannot run.
#include "core/random/stream_kernel.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/random/stream_kernel.cpp"
// The order matters here.
// clang-format off
#include "hwy/foreach_target.h"
#include "hwy/highway.h"
#include "core/random/philox-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace plumbline {
namespace HWY_NAMESPACE {

void fillWordPairsInLanes(const WordPairJob& job) {
    const Lanes d;
    const RoundKeys keys = roundKeys(job.seed);
    const std::size_t lanes = hn::Lanes(d);
    HWY_ALIGN std::uint64_t rest[2 * HWY_MAX_BYTES / sizeof(std::uint64_t)];
    Vector index = hn::Iota(d, job.firstPair);
    for (std::size_t pair = 0; pair < job.pairs; pair += lanes) {
        const Words counter = {index, hn::Set(d, job.roleWord), hn::Set(d, job.block),
                               hn::Set(d, job.block >> 32)};
        const Words bits = philoxRounds(counter, keys, 0);
        index = hn::Add(index, hn::Set(d, lanes));
        const bool whole = pair + lanes <= job.pairs;
        std::uint64_t* target = whole ? job.words + 2 * pair : rest;
        hn::StoreInterleaved2(joined(bits.c0, bits.c1), joined(bits.c2, bits.c3), d, target);
        if (!whole)
            for (std::size_t i = 2 * pair; i < 2 * job.pairs; ++i)
                job.words[i] = rest[i - 2 * pair];
    }
}

} // namespace HWY_NAMESPACE
} // namespace plumbline
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace plumbline {

HWY_EXPORT(fillWordPairsInLanes);

void fillWordPairs(const WordPairJob& job) {
    HWY_DYNAMIC_DISPATCH(fillWordPairsInLanes)(job);
}

} // namespace plumbline
#endif
