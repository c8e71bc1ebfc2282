// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/readings.h"
#include "firmware/health/sampling.h"

namespace kiosk::health::reading {

/// Nobody is served worse for it: it is for whoever supervises.
Samples recordWhole(const Health& health) {
    const auto& whole = health.record.whole;
    return once(whole, {}, whole ? whole->fault : std::nullopt);
}

Samples recordLast(const Health& health) {
    return once(health.record.last);
}

Samples recordMark(const Health& health) {
    return once(health.record.mark);
}

} // namespace kiosk::health::reading
