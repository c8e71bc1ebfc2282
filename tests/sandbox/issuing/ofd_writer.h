// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/sandbox/issuing/faces/layout.h"

namespace kiosk::sandbox {

/// Package paths with their content, in the order they are stored.
using PackageFiles = std::vector<std::pair<std::string, std::string>>;

/// The page's ID in every document made here: what a seal's place refers to.
inline constexpr unsigned kPageId = 5;

/// An OFD document of one page (GB/T 33190 clause 7), ready to be sealed: OFD.xml already names the
/// list of signatures, because its bytes are protected too.
PackageFiles writeDocument(const LicenceFace& face, const LicencePage& page, WallTime madeAt);

} // namespace kiosk::sandbox
