// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/document/raster.h"
#include "firmware/reading/patience.h"

namespace kiosk::reading {

/// Draws a page (counted from 0) of a PDF on white paper, `page` as large as it says it is.
/// Poppler's pdftoppm does it, a program of its own behind the walls that `program` (kiosk-reader)
/// raises around it. Errors: "document.no-reader" (technician) where that cannot be started,
/// "document.reader-died" where it drew no such picture, "document.too-much-work", and those of
/// document::blankPicture.
Result<document::Picture> drawPdfPage(const std::filesystem::path& program, ByteView pdf,
                                      std::size_t page, SizeMm size, document::Dpi density,
                                      const Patience& patience);

} // namespace kiosk::reading
