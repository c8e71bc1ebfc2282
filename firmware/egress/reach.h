// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <variant>

#include "firmware/base/process/descriptor.h"
#include "firmware/egress/socks.h"

namespace kiosk::egress {

/// A TCP connection to the destination, or why there is none. Tries each of its addresses in turn.
/// Blocks: at most `patience` for all of them, and as long as the system's resolver takes for the
/// name; or until `stop` becomes readable.
std::variant<Descriptor, Reply> reach(const Destination& destination,
                                      std::chrono::milliseconds patience, int stop);

} // namespace kiosk::egress
