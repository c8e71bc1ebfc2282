// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/licence/grant.h"

namespace kiosk::sandbox {

/// A grant as a region hands it out, not signed yet.
struct SeededGrant {
    enum class Flaw { none, revoked, changedAfterSigning, ofAnotherRegion };

    Grant grant;
    std::string givenTo; ///< number of the person it is handed out to: the bearer but for a mistake
    Flaw flaw = Flaw::none;
};

/// Every grant of a region, in people()'s order: legal representative, manager, agent for one type
/// and purpose; expired, not yet begun, for a type the enterprise has none of, for a purpose no
/// kiosk offers, revoked, made out to somebody else, of an unknown enterprise, changed after it was
/// signed; two enterprises (the last but two), one of another region; and the other region's own.
std::vector<SeededGrant> grantsOf(const Region& region);

} // namespace kiosk::sandbox
