// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/document.h"
#include "firmware/document/page_size.h"
#include "firmware/document/picture.h"

namespace kiosk::document {

/// Draws a page (counted from 0) with its stamps on white paper. Errors as Document::draw, and
/// "document.too-large" for more than 40 million pixels.
Result<Picture> drawToPicture(const Document& document, std::size_t page, Dpi density,
                              const std::vector<Stamp>& stamps,
                              Document::Use use = Document::Use::screen);

} // namespace kiosk::document
