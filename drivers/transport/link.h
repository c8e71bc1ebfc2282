// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <expected>

namespace kiosk::drivers {

/// What a wire can do to us. Who must act is not known down here: the driver that owns the link
/// makes an Error of it.
enum class LinkTrouble {
    silent,    ///< nothing came, or nothing was taken, within the time given
    stalled,   ///< the device halted the pipe; the halt has been cleared
    failed,    ///< a transfer broke; often the device is about to vanish
    gone,      ///< the device is no longer there
    cancelled, ///< we asked it to stop
};

/// How long a wait that the token cannot end lasts before it looks at the token again.
inline constexpr std::chrono::milliseconds kStopLatency{50};

template <typename T = void>
using LinkResult = std::expected<T, LinkTrouble>;

} // namespace kiosk::drivers
