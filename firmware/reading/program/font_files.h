// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kiosk::reading {

/// Opens every font file the machine has, and from then on answers the C library's open() and
/// access() for these paths: Pango and FreeType open fonts when they first draw with them, and
/// behind the walls nothing can be opened.
void openFontFiles();

} // namespace kiosk::reading
