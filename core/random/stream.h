#pragma once

#include "core/random/philox.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace plumbline {

/// What a stream is for. The numbers are part of every result: never renumber, only append.
enum class Role : std::uint16_t {
    data = 1,
    weights = 2,
    mask = 3, ///< of MaskSampler, which lays its counters out in its own way
    noise = 4,
    units = 5, ///< layer sizes M_t
    counts = 6,
    histogram = 7,
    illustration = 8,
    batch = 9,
    upstream = 10,
    subspace = 11,
    initialisation = 12,
    instance = 13,
    calibration = 14,
};

/**
 * Names a stream of 2^49 words of 64 random bits. Different keys never share a Philox block:
 *   Philox key = seed, counter = (i mod 2^32, role 2^16 + i / 2^32, block mod 2^32, block / 2^32)
 * holds words 2i and 2i+1. A block is what one task owns (trials, a layer, a checkpoint), never a
 * thread. A role used by a MaskSampler must not be used by a stream of the same seed.
 */
struct StreamKey {
    std::uint64_t seed = 0;
    Role role = Role::data;
    std::uint64_t block = 0;
};

/// Word number `position` of the stream.
std::uint64_t streamWord(const StreamKey& key, std::uint64_t position);

/// Words number firstPosition, firstPosition + 1 ...; about a nanosecond a word.
void fillWords(const StreamKey& key, std::uint64_t firstPosition, std::span<std::uint64_t> words);

/**
 * A uniform number of the open interval (0, 1): the odd multiples of 2^-53, each equally likely, so
 * that u and 1-u have the same law and log(u) and log(1-u) are finite.
 */
constexpr double openUniform(std::uint64_t word) {
    return (static_cast<double>(word >> 12) + 0.5) * 0x1p-52;
}

/// openUniform() of words number firstPosition ... of the stream.
void fillUniform(const StreamKey& key, std::uint64_t firstPosition, std::span<double> values);

/**
 * Reads a stream word by word, for samplers that need a random number of words. Words are made 64
 * at a time, so a Stream is for more than a few draws; streamWord() is for one.
 */
class Stream {
  public:
    explicit Stream(const StreamKey& key, std::uint64_t position = 0)
        : m_key(key), m_bufferEnd(position) {}

    std::uint64_t nextUInt64() {
        if (m_next == kBuffered)
            refill();
        return m_words[m_next++];
    }

    /// In the open interval (0, 1); see openUniform().
    double nextUniform() { return openUniform(nextUInt64()); }

    /// Of the word that comes next.
    std::uint64_t position() const { return m_bufferEnd - (kBuffered - m_next); }
    const StreamKey& key() const { return m_key; }

  private:
    static constexpr std::size_t kBuffered = 64;

    void refill();

    StreamKey m_key;
    std::uint64_t m_bufferEnd = 0; ///< position after the last buffered word
    std::size_t m_next = kBuffered;
    std::array<std::uint64_t, kBuffered> m_words;
};

} // namespace plumbline
