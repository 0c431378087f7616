#pragma once

#include <array>
#include <cstdint>

namespace plumbline {

/**
 * Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random
 * numbers: as easy as 1, 2, 3", SC 2011. A bijection of 128-bit counters for every 64-bit key: ten
 * rounds of
 *   (c0, c1, c2, c3) -> (hi(M1 c2) ^ c1 ^ k0, lo(M1 c2), hi(M0 c0) ^ c3 ^ k1, lo(M0 c0)),
 * after each of which the key moves on by (W0, W1). It has no state: any block of any stream can be
 * had at once, so which thread draws what never shows in a result.
 */
inline constexpr std::uint32_t kPhiloxMultiplier0 = 0xD2511F53;
inline constexpr std::uint32_t kPhiloxMultiplier1 = 0xCD9E8D57;
inline constexpr std::uint32_t kPhiloxWeyl0 = 0x9E3779B9; ///< golden ratio
inline constexpr std::uint32_t kPhiloxWeyl1 = 0xBB67AE85; ///< sqrt(3) - 1
inline constexpr int kPhiloxRounds = 10;

using PhiloxBlock = std::array<std::uint32_t, 4>;

struct PhiloxKey {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    constexpr PhiloxKey() = default;
    constexpr PhiloxKey(std::uint32_t lowWord, std::uint32_t highWord)
        : low(lowWord), high(highWord) {}
    constexpr explicit PhiloxKey(std::uint64_t seed)
        : low(static_cast<std::uint32_t>(seed)), high(static_cast<std::uint32_t>(seed >> 32)) {}
};

constexpr PhiloxBlock philox4x32(PhiloxBlock counter, PhiloxKey key) {
    for (int round = 0; round < kPhiloxRounds; ++round) {
        const std::uint64_t product0 = std::uint64_t{kPhiloxMultiplier0} * counter[0];
        const std::uint64_t product1 = std::uint64_t{kPhiloxMultiplier1} * counter[2];
        counter = {static_cast<std::uint32_t>(product1 >> 32) ^ counter[1] ^ key.low,
                   static_cast<std::uint32_t>(product1),
                   static_cast<std::uint32_t>(product0 >> 32) ^ counter[3] ^ key.high,
                   static_cast<std::uint32_t>(product0)};
        key.low += kPhiloxWeyl0;
        key.high += kPhiloxWeyl1;
    }
    return counter;
}

} // namespace plumbline
