// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "firmware/base/result.h"
#include "firmware/licence/matter.h"

namespace kiosk::app {

/// The matters a citizen can come for (O4: data); there may be none. A list of {"key", "text",
/// "purpose": one of `purposes`, "for": "person" or "enterprise", "needs": a list of {"name",
/// "types": codes, "optional"}}. Errors, for whoever maintains the configuration:
/// "config.unreadable", "config.syntax" with line and reason, "config.wrong" with the matter and
/// what is wrong in it.
Result<std::vector<Matter>> loadMatters(const std::filesystem::path& file,
                                        const std::vector<Purpose>& purposes);

} // namespace kiosk::app
