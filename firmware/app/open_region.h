// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/app/config.h"
#include "firmware/authority/json_authority.h"

namespace kiosk::app {

/// The platform of a region of the configuration; nothing is sent yet. Errors: those of
/// authority::openJsonAuthority().
Result<std::unique_ptr<authority::Authority>> openRegion(const RegionChoice& choice);

/// Where that platform is and how both sides know each other.
authority::JsonAuthorityOptions optionsOf(const RegionChoice& choice);

} // namespace kiosk::app
