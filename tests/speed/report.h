// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/speed/measure.h"

namespace kiosk::speed {

/// What a span's rounds came to.
struct Measured {
    std::string name;
    std::string what;
    Spread cpuMs;
    Spread wallMs;
    int rounds = 0;
    std::optional<std::uint64_t> instructions;
};

/// Another program doing the same work in the same rounds.
struct Peer {
    std::string span;
    std::string name;            ///< "pdftocairo -r 300"
    std::optional<Spread> cpuMs; ///< nothing: it is missing here
    double ratio = 0;            ///< our median CPU time over the peer's
};

/// The report as JSON text: {"spans": […], "peers": […]}. Times in milliseconds.
std::string toJson(const std::vector<Measured>& spans, const std::vector<Peer>& peers);

} // namespace kiosk::speed
