// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/issuing/faces/ornament.h"

namespace kiosk::sandbox {

/// A QR code of the text as filled squares; real faces carry one that opens the issuer's record.
void setCodeSquare(PageWriter& page, const ornament::Rectangle& area, const std::string& text);

} // namespace kiosk::sandbox
