// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/workplace.h"

#include <algorithm>

namespace kiosk::visit {

RegionLink* linkOf(Workplace& at, const std::string& regionCode) {
    const auto link = std::ranges::find(at.regions, regionCode, [](const RegionLink& candidate) {
        return candidate.authority.region().code;
    });
    return link == at.regions.end() ? nullptr : &*link;
}

} // namespace kiosk::visit
