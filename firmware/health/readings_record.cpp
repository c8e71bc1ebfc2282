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

/// A file is all there is on a board without a TPM.
Samples keyPlace(const Health& health) {
    const bool isWorse = health.key.place == KeyPlace::file && health.key.hasBetter;
    return once(health.key.place, {},
                faultIf(isWorse, Cause("key.not-sealed", Remedy::technician)));
}

Samples keySigns(const Health& health) {
    const auto& signs = health.key.signs;
    return once(signs, {}, signs ? signs->fault : std::nullopt);
}

} // namespace kiosk::health::reading
