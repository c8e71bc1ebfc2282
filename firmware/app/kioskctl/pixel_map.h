// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/reading/reader.h"

namespace kiosk::app {

/// Draws a page (counted from 0) into a portable pixmap (P6: RGB, uncompressed), band after band,
/// so that memory does not grow with the page. Errors as OpenedFile::drawInBands, and "file.write".
Result<> writePixelMap(const std::string& target, reading::OpenedFile& opened, std::size_t page,
                       document::Dpi density);

} // namespace kiosk::app
