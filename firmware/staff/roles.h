// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "firmware/health/health.h"

namespace kiosk::staff {

using Role = health::StaffRole;
using health::name;
using health::roleNamed;

/// The staff's screens.
enum class Page {
    menu,      ///< those this role may open
    board,     ///< how each device stands, and who acts
    queue,     ///< what is kept to be sent, counted
    readiness, ///< what citizens can do now, and why not
    codes,     ///< all of it as codes for a phone, on paper and as a file
    stick,     ///< what is taken along on a memory stick
    update,    ///< another version from a memory stick, and what became of those before
    tests,     ///< guided tests, confirmed by a person
    soak,      ///< a soak: how long, and what the last one found
    parts,     ///< which devices are on record as this kiosk's, and another's acceptance
    network,   ///< which regions answer
    trust,     ///< which issuers are believed
    software,  ///< which version runs
    proof      ///< the signed answer to a challenge: what software runs
};
inline constexpr int kPages = 14;

std::string_view name(Page page); ///< "board", as in text keys and logs

bool mayOpen(Role role, Page page);
/// In the order of the menu, which is not among them.
std::vector<Page> pagesFor(Role role);

} // namespace kiosk::staff
