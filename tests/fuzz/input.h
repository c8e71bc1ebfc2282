// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "firmware/base/bytes.h"

/// What libFuzzer calls with each input it thinks of. A target ends normally on every input; what
/// the code under test returns is its own affair, but see expectAlways().
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace kiosk::fuzz {

inline ByteView input(const std::uint8_t* data, std::size_t size) {
    return std::as_bytes(std::span(data, size));
}

/// Stops the campaign with this input as the finding when a promise is broken.
inline void expectAlways(bool kept) {
    if (!kept)
        __builtin_trap();
}

} // namespace kiosk::fuzz
