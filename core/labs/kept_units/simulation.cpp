#include "core/labs/kept_units/simulation.h"

#include "core/distributions/poisson.h"
#include "core/parallel/parallel_for.h"
#include "core/random/counts.h"
#include "core/random/masks.h"
#include "core/random/multinomial.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <span>
#include <thread>

namespace plumbline::kept_units {

namespace {

/// Trials drawn into one buffer.
constexpr std::size_t kBatch = 1024;

/// Fewer trials than this are not worth another thread.
constexpr double kLeastWorkForThreads = 2e5; // in units drawn, or as many as a count is worth

/// Work of a chunk and thread: some 5 ms with vector instructions. Whoever sets a deadline waits for
/// a picture, and before it for the last run to stop: then a chunk is about a millisecond.
constexpr double kChunkWork = 2e7;
constexpr double kPromptChunkWork = 4e6;

/// What one count costs beside one drawn unit.
constexpr double kWorkOfCount = 100;
constexpr double kWorkOfSplitCount = 600;

constexpr std::int64_t kGroupsPerTask = 1 << 15; // 4 million units, about a millisecond
constexpr std::int64_t kTasksPerChunk = 4;       // of each thread

/// More threads than processors would only make a chunk longer and take more memory.
std::int64_t usefulThreads(const RunContext& context) {
    static const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
    return std::clamp(context.threads, 1U, processors);
}

/// Draws kept and, for random units, all units of consecutive trials.
class TrialSampler {
  public:
    virtual ~TrialSampler() = default;
    virtual void draw(std::int64_t firstTrial, std::span<std::int64_t> units,
                      std::span<std::int64_t> kept) const = 0;
    virtual double workPerTrial() const = 0;
};

CountSampler layerSizes(const Setting& setting) {
    return CountSampler({setting.seed, Role::units}, Poisson(setting.rate));
}

class FixedMasks final : public TrialSampler {
  public:
    explicit FixedMasks(const Setting& setting)
        : m_units(setting.units), m_masks(setting.seed, Role::mask, setting.dropProbability) {}

    void draw(std::int64_t firstTrial, std::span<std::int64_t> /*units*/,
              std::span<std::int64_t> kept) const override {
        m_masks.keptCounts(static_cast<std::uint64_t>(firstTrial), m_units, kept);
    }

    double workPerTrial() const override {
        return static_cast<double>(MaskSampler::groupCount(m_units) * MaskSampler::kUnitsPerGroup);
    }

  private:
    std::int64_t m_units;
    MaskSampler m_masks;
};

class RandomMasks final : public TrialSampler {
  public:
    explicit RandomMasks(const Setting& setting)
        : m_rate(setting.rate), m_sizes(layerSizes(setting)),
          m_masks(setting.seed, Role::mask, setting.dropProbability) {}

    void draw(std::int64_t firstTrial, std::span<std::int64_t> units,
              std::span<std::int64_t> kept) const override {
        m_sizes.counts(static_cast<std::uint64_t>(firstTrial), units);
        m_masks.keptCounts(static_cast<std::uint64_t>(firstTrial), units, kept);
    }

    double workPerTrial() const override {
        return m_rate + static_cast<double>(MaskSampler::kUnitsPerGroup);
    }

  private:
    double m_rate;
    CountSampler m_sizes;
    MaskSampler m_masks;
};

class FixedCounts final : public TrialSampler {
  public:
    explicit FixedCounts(const Setting& setting)
        : m_kept({setting.seed, Role::counts}, *setting.law) {}

    void draw(std::int64_t firstTrial, std::span<std::int64_t> /*units*/,
              std::span<std::int64_t> kept) const override {
        m_kept.counts(static_cast<std::uint64_t>(firstTrial), kept);
    }

    double workPerTrial() const override { return kWorkOfCount; }

  private:
    CountSampler m_kept;
};

class RandomCounts final : public TrialSampler {
  public:
    explicit RandomCounts(const Setting& setting)
        : m_sizes(layerSizes(setting)), m_kept({setting.seed, Role::counts}, m_sizes.first(),
                                               m_sizes.last(), setting.dropProbability) {}

    void draw(std::int64_t firstTrial, std::span<std::int64_t> units,
              std::span<std::int64_t> kept) const override {
        m_sizes.counts(static_cast<std::uint64_t>(firstTrial), units);
        m_kept.keptCounts(static_cast<std::uint64_t>(firstTrial), units, kept);
    }

    double workPerTrial() const override { return kWorkOfSplitCount; }

  private:
    CountSampler m_sizes;
    SplitBinomialSampler m_kept;
};

/// Trial by trial, shared over threads in contiguous pieces.
class TrialSimulation final : public Simulation {
  public:
    TrialSimulation(const Setting& setting, std::unique_ptr<TrialSampler> sampler)
        : m_setting(setting), m_empty(emptyTally(setting)), m_sampler(std::move(sampler)) {
        if (setting.randomUnits)
            m_firstPairs.resize(static_cast<std::size_t>(kMostPairs));
    }

    std::int64_t advance(std::int64_t done, std::int64_t target, Tally& tally,
                         const RunContext& context) override {
        const std::int64_t threads = usefulThreads(context);
        const double work = m_sampler->workPerTrial();
        const double chunk = context.deadline ? kPromptChunkWork : kChunkWork;
        const auto perThread = std::max<std::int64_t>(1, static_cast<std::int64_t>(chunk / work));
        const std::int64_t trials = std::min(target - done, perThread * threads);
        if (threads == 1 || static_cast<double>(trials) * work < kLeastWorkForThreads) {
            addTrials(done, done + trials, tally);
            return done + trials;
        }
        m_pieces.assign(static_cast<std::size_t>(threads), m_empty);
        parallelFor(threads, static_cast<unsigned>(threads), [&](std::int64_t piece) {
            addTrials(done + trials * piece / threads, done + trials * (piece + 1) / threads,
                      m_pieces[static_cast<std::size_t>(piece)]);
        });
        for (const auto& piece : m_pieces)
            tally.merge(piece);
        return done + trials;
    }

    std::optional<TrialDraw> trial(std::int64_t number) const override {
        TrialDraw draw{.units = m_setting.units, .kept = 0};
        m_sampler->draw(number, std::span(&draw.units, 1), std::span(&draw.kept, 1));
        return draw;
    }

    std::vector<UnitPair> firstPairs(std::int64_t done) const override {
        const auto count = std::min(done, static_cast<std::int64_t>(m_firstPairs.size()));
        return {m_firstPairs.begin(), m_firstPairs.begin() + count};
    }

  private:
    void addTrials(std::int64_t first, std::int64_t last, Tally& tally) {
        std::array<std::int64_t, kBatch> units;
        std::array<std::int64_t, kBatch> kept;
        while (first < last) {
            const auto size = std::min(kBatch, static_cast<std::size_t>(last - first));
            m_sampler->draw(first, std::span(units).first(size), std::span(kept).first(size));
            for (std::size_t i = 0; i < size; ++i)
                tally.kept.add(kept[i]);
            if (m_setting.randomUnits)
                addPairs(first, std::span(units).first(size), std::span(kept).first(size), tally);
            first += static_cast<std::int64_t>(size);
        }
    }

    void addPairs(std::int64_t first, std::span<const std::int64_t> units,
                  std::span<const std::int64_t> kept, Tally& tally) {
        for (std::size_t i = 0; i < units.size(); ++i) {
            const std::int64_t dropped = units[i] - kept[i];
            tally.keptAndDropped.add(kept[i], dropped);
            const auto trial = static_cast<std::size_t>(first) + i;
            if (trial < m_firstPairs.size()) // each trial owns its entry: no two threads share one
                m_firstPairs[trial] = {kept[i], dropped};
        }
    }

    Setting m_setting;
    Tally m_empty;
    std::unique_ptr<TrialSampler> m_sampler;
    std::vector<Tally> m_pieces;
    std::vector<UnitPair> m_firstPairs;
};

/**
 * One trial at a time, its units shared over threads, a few tasks a chunk. What is drawn of a trial
 * is kept from chunk to chunk, so that stops and deadlines are met in the middle of one as well.
 */
class WideMaskSimulation final : public Simulation {
  public:
    explicit WideMaskSimulation(const Setting& setting)
        : m_units(setting.units), m_masks(setting.seed, Role::mask, setting.dropProbability) {}

    std::int64_t advance(std::int64_t done, std::int64_t /*target*/, Tally& tally,
                         const RunContext& context) override {
        const std::int64_t groups = MaskSampler::groupCount(m_units);
        const std::int64_t threads = usefulThreads(context);
        const std::int64_t tasks = std::min(threads * kTasksPerChunk, tasksOf(groups - m_groups));
        std::atomic<std::int64_t> kept = 0;
        parallelFor(tasks, static_cast<unsigned>(threads), [&](std::int64_t task) {
            const std::int64_t first = m_groups + task * kGroupsPerTask;
            kept += m_masks.keptCountInGroups(static_cast<std::uint64_t>(done), m_units, first,
                                              first + kGroupsPerTask);
        });
        m_groups += tasks * kGroupsPerTask;
        m_kept += kept;
        if (m_groups < groups)
            return done;
        tally.kept.add(m_kept);
        m_groups = 0;
        m_kept = 0;
        return done + 1;
    }

    std::vector<UnitPair> firstPairs(std::int64_t /*done*/) const override { return {}; }

  private:
    static std::int64_t tasksOf(std::int64_t groups) {
        return (groups + kGroupsPerTask - 1) / kGroupsPerTask;
    }

    std::int64_t m_units;
    MaskSampler m_masks;
    std::int64_t m_groups = 0; ///< drawn of the trial under way
    std::int64_t m_kept = 0;   ///< in these
};

/// The whole histogram at once, from one checkpoint to the next.
class HistogramSimulation final : public Simulation {
  public:
    explicit HistogramSimulation(const Setting& setting)
        : m_support(supportOf(*setting.law)), m_empty(emptyTally(setting)),
          m_run(setting.seed, std::make_shared<MultinomialLaw>(m_support.pmf)) {}

    std::int64_t advance(std::int64_t /*done*/, std::int64_t target, Tally& tally,
                         const RunContext& context) override {
        m_run.advance(target, context.threads, context.stop);
        tally = m_empty;
        const auto counts = m_run.counts();
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (counts[i] != 0)
                tally.kept.add(m_support.first + static_cast<std::int64_t>(i), counts[i]);
        return m_run.trials();
    }

    std::vector<UnitPair> firstPairs(std::int64_t /*done*/) const override { return {}; }

  private:
    CountSupport m_support;
    Tally m_empty;
    HistogramRun m_run;
};

std::unique_ptr<TrialSampler> makeSampler(const Setting& setting) {
    if (setting.sampling == Sampling::masks) {
        if (setting.randomUnits)
            return std::make_unique<RandomMasks>(setting);
        return std::make_unique<FixedMasks>(setting);
    }
    if (setting.randomUnits)
        return std::make_unique<RandomCounts>(setting);
    return std::make_unique<FixedCounts>(setting);
}

/// One layer is more than a chunk's work.
bool isWide(const Setting& setting) {
    return setting.sampling == Sampling::masks && !setting.randomUnits &&
           static_cast<double>(setting.units) > kChunkWork;
}

} // namespace

Tally emptyTally(const Setting& setting) {
    const CountSupport support = supportOf(*setting.law);
    const auto size = static_cast<std::int64_t>(support.pmf.size());
    return {.kept = IntegerHistogram(support.first, support.first + size - 1),
            .keptAndDropped = PairSums(std::llround(setting.rate * setting.keepProbability()),
                                       std::llround(setting.rate * setting.dropProbability))};
}

std::unique_ptr<Simulation> makeSimulation(const Setting& setting) {
    if (setting.sampling == Sampling::histogram)
        return std::make_unique<HistogramSimulation>(setting);
    if (isWide(setting))
        return std::make_unique<WideMaskSimulation>(setting);
    return std::make_unique<TrialSimulation>(setting, makeSampler(setting));
}

std::string hiddenTrialsReason(const Setting& setting) {
    if (setting.sampling == Sampling::histogram)
        return "Histogram sampling draws all trials at once; choose masks or counts to see single "
               "ones.";
    if (isWide(setting))
        return "A layer of more than 20 million units takes too long to draw for a picture.";
    return {};
}

} // namespace plumbline::kept_units
