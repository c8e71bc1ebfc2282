// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/health/cause.h"

namespace kiosk::health {

/// What whoever has to act takes along to the kiosk: what most often mends it.
enum class Bring {
    nothing,    ///< it is mended from afar, or by itself
    cabinetKey, ///< hands and the key
    paper,
    toner,
    cable,   ///< for the network and for USB
    device,  ///< a spare one of the kind
    disk,    ///< a spare disk or card for the kiosk's state
    trustKit ///< the newest list of believed issuers, on a stick
};
inline constexpr std::size_t kBrings = 8;
std::string_view name(Bring bring);

/// By the cause's code; for one that the table does not name, by who must act.
Bring bringFor(const Cause& cause);

} // namespace kiosk::health
