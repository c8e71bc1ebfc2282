// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/health/facts.h"

namespace kiosk::health {

/// Something that is not well, and who must act.
struct Finding {
    std::string fact;  ///< idOf() the fact that shows it
    std::string label; ///< of its sample
    Cause cause;
    Services stops{}; ///< empty for a warning

    bool operator==(const Finding&) const = default;
};

/// What citizens can do now, and why not.
struct Readiness {
    Service service = Service::identify;
    std::string region{};        ///< code; of looking up alone
    std::optional<bool> ready{}; ///< nothing: it is not known, which is no yes
    std::optional<Cause> why{};  ///< where it is not

    bool operator==(const Readiness&) const = default;
};

/// Everything that is not well, most useful first: what keeps a service away before warnings, and
/// what others rest on before these. A pure function of facts().
std::vector<Finding> findingsOf(const Health& health);

/// Each service, and looking up for each region. Not ready for the first finding that stops it;
/// ready only when all that carries it is known and well. A pure function of facts().
std::vector<Readiness> readinessOf(const Health& health);

/// All services are ready.
bool isReady(const Health& health);

} // namespace kiosk::health
