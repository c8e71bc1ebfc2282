// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/base/bytes.h"

namespace kiosk::speed {

/// The page on which renderers are compared, the same in every run: an A4 licence with a full-page
/// background of 150 dpi (JPEG), 60 guilloche curves of 240 segments, two frames, 31 lines of
/// Chinese in two embedded subset fonts (CFF and TrueType), and a seal of 472 x 472 pixels with
/// alpha.
struct LicencePage {
    Bytes ofd;           ///< sealed by an invented office, GB/T 38540 v4
    Bytes pdf;           ///< the same drawn by us: equal shapes, pictures and glyphs
    std::string rootPem; ///< whom to trust for it
};

/// Errors: "speed.font-missing" without the fonts of board/packages/run.txt.
Result<LicencePage> makeLicencePage();

} // namespace kiosk::speed
