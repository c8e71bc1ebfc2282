// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "tests/speed/span.h"

namespace kiosk::speed {

/// Instructions of one run of the span's action, counted by callgrind in a second process of this
/// program; unlike time, the same on a busy machine. Nothing where valgrind is missing.
std::optional<std::uint64_t> countInstructions(const Span& span);

/// What that second process does: prepares, runs once uncounted, once counted.
Result<> runCounted(const Span& span);

} // namespace kiosk::speed
