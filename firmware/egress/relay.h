// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"
#include "firmware/base/process/descriptor.h"

namespace kiosk::egress {

/// Carries bytes both ways until both sides have said all or one breaks off, or until `stop`
/// becomes readable. What one side ends is ended towards the other, which may still speak. `first`
/// goes to `there` before anything else. Both are non-blocking sockets.
void relay(const Descriptor& here, const Descriptor& there, ByteView first, int stop);

} // namespace kiosk::egress
