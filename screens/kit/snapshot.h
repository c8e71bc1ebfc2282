// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "screens/kit/node.h"

namespace kiosk::kit {

/// The tree as text, one line a node in reading order: one source for speech, tests and review.
///
///     screen#choose "…" lang=zh-CN size=normal theme=standard step=3/6
///       button#licence.0 "营业执照" state=valid at=(12.0,210.4) target=176.0x26.0mm say="…"
///
/// Parts are left out; groups without a name are left out but their children are not. Bidi
/// isolates are written ‹ and ›, so that a reader sees them.
std::string snapshot(const Node& root);

} // namespace kiosk::kit
