// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/document/page_pixels.h"
#include "firmware/reading/patience.h"

namespace kiosk::reading {

struct PdfRows {
    std::size_t page = 0; ///< counted from 0
    document::PagePixels whole;
    int top = 0; ///< the first row wanted
};

/// Fills a picture as wide as the page with its rows from `top` on, on white paper. Poppler's
/// pdftoppm draws them, a program of its own behind the walls that `program` (kiosk-reader) raises
/// around it. Errors: "document.no-reader" (technician) where that cannot be started,
/// "document.reader-died" where it drew no such picture, "document.too-much-work".
Result<> drawPdfRows(const std::filesystem::path& program, ByteView pdf, const PdfRows& wanted,
                     const Patience& patience, document::Picture& picture);

} // namespace kiosk::reading
