// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/app/config.h"
#include "firmware/authority/authority.h"

namespace kiosk::app {

/// The platform of a region of the configuration; nothing is sent yet. Errors: those of
/// authority::openJsonAuthority().
Result<std::unique_ptr<authority::Authority>> openRegion(const RegionChoice& choice);

} // namespace kiosk::app
