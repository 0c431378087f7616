#include "core/random/stream.h"

#include "core/random/stream_kernel.h"
#include "core/random/vector_path.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace plumbline {
namespace {

struct WordPair {
    std::uint64_t first;
    std::uint64_t second;
};

std::uint64_t joined(std::uint32_t low, std::uint32_t high) {
    return std::uint64_t{high} << 32 | low;
}

std::uint32_t roleWord(const StreamKey& key, std::uint64_t index) {
    return static_cast<std::uint32_t>(key.role) << 16 |
           static_cast<std::uint32_t>((index >> 32) & 0xFFFF);
}

WordPair wordPair(const StreamKey& key, std::uint64_t index) {
    const PhiloxBlock bits = philox4x32({static_cast<std::uint32_t>(index), roleWord(key, index),
                                         static_cast<std::uint32_t>(key.block),
                                         static_cast<std::uint32_t>(key.block >> 32)},
                                        PhiloxKey(key.seed));
    return {joined(bits[0], bits[1]), joined(bits[2], bits[3])};
}

void fillPairs(const StreamKey& key, std::uint64_t firstPair, std::size_t pairs,
               std::uint64_t* words) {
    const std::uint64_t lastPair = firstPair + pairs;
    const bool lowWordWraps = (firstPair >> 32) != (lastPair >> 32);
    if (vectorPath() == VectorPath::automatic && !lowWordWraps) {
        fillWordPairs({key.seed, key.block, roleWord(key, firstPair),
                       static_cast<std::uint32_t>(firstPair), pairs, words});
        return;
    }
    for (std::size_t i = 0; i < pairs; ++i) {
        const WordPair pair = wordPair(key, firstPair + i);
        words[2 * i] = pair.first;
        words[2 * i + 1] = pair.second;
    }
}

} // namespace

std::uint64_t streamWord(const StreamKey& key, std::uint64_t position) {
    const WordPair pair = wordPair(key, position / 2);
    return position % 2 == 0 ? pair.first : pair.second;
}

void fillWords(const StreamKey& key, std::uint64_t firstPosition, std::span<std::uint64_t> words) {
    if (!words.empty() && firstPosition % 2 != 0) {
        words.front() = streamWord(key, firstPosition++);
        words = words.subspan(1);
    }
    const std::size_t pairs = words.size() / 2;
    fillPairs(key, firstPosition / 2, pairs, words.data());
    if (words.size() % 2 != 0)
        words.back() = streamWord(key, firstPosition + 2 * pairs);
}

void fillUniform(const StreamKey& key, std::uint64_t firstPosition, std::span<double> values) {
    constexpr std::size_t kBatch = 256;
    std::array<std::uint64_t, kBatch> words;
    for (std::size_t done = 0; done < values.size(); done += kBatch) {
        const std::size_t count = std::min(kBatch, values.size() - done);
        fillWords(key, firstPosition + done, std::span(words).first(count));
        for (std::size_t i = 0; i < count; ++i)
            values[done + i] = openUniform(words[i]);
    }
}

void Stream::refill() {
    fillWords(m_key, m_bufferEnd, m_words);
    m_bufferEnd += kBuffered;
    m_next = 0;
}

} // namespace plumbline
