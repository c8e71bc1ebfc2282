// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/health/health.h"

namespace kiosk::health {

/// What was seen of the network: nothing where nobody has looked.
struct NetworkSeen {
    std::optional<bool> link{};    ///< a cable or radio carries
    std::optional<bool> address{}; ///< and the machine has an address there
    std::optional<bool> names{};   ///< a region's name could be looked up, where the regions' own
                                   ///< answers do not say
    std::optional<ClockWord> clock{};
    std::vector<Region> regions{};
};

/// The layers, from the link up (G8). Each is known as far as one may conclude: a region that
/// answered went through all below; one that was refused trust was reached; where one's name could
/// not be looked up and none was reached, names are what is broken; above a layer that does
/// not hold nothing is known.
std::array<std::optional<bool>, kLayers> layersOf(const NetworkSeen& seen);

/// Against a time that is certain to have been: the newest thing that the kiosk was given. A day of
/// slack, for time zones set by hand; twenty years later nothing of it would be in service.
ClockWord clockWordOf(WallTime now, WallTime certain);

} // namespace kiosk::health
