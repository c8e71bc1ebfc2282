// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"

namespace kiosk::document::zip {

/// The most entries an archive may list.
inline constexpr std::size_t kMostEntries = 512;

/// Whether every reader sees the same entries in the archive; the README has the rules. Looks at
/// the archive's records only and unpacks nothing.
///
/// Errors: "document.not-a-package" without an end record or without entries, "document.damaged"
/// for records cut short, "document.ambiguous" for two readings, "document.encrypted",
/// "document.unsupported-compression", "document.unsafe-path" for links and devices,
/// "document.too-large".
Result<> checkLayout(ByteView archive);

} // namespace kiosk::document::zip
