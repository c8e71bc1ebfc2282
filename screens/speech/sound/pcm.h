// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace kiosk::speech {

/// Every voice and every recording comes as this.
inline constexpr int kSamplesPerSecond = 22050;

/// One channel of samples.
using Pcm = std::vector<std::int16_t>;

inline std::chrono::milliseconds lengthOf(const Pcm& pcm) {
    return std::chrono::milliseconds(pcm.size() * 1000 / kSamplesPerSecond);
}

} // namespace kiosk::speech
