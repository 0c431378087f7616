#pragma once

#include <cstddef>
#include <cstdint>

/// Vector kernel of fillWords(). No standard-library templates: see stream_kernel.cpp.
namespace plumbline {

struct WordPairJob {
    std::uint64_t seed;
    std::uint64_t block;
    std::uint32_t roleWord;  ///< second counter word, the same for all pairs
    std::uint32_t firstPair; ///< firstPair + pairs <= 2^32
    std::size_t pairs;
    std::uint64_t* words; ///< room for 2 pairs words
};

void fillWordPairs(const WordPairJob& job);

} // namespace plumbline
