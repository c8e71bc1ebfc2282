// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/document.h"
#include "firmware/document/picture.h"

namespace kiosk::document {

/// Pixels on an inch of paper.
struct Dpi {
    double value = 96;
};

/// The density at which a page of this size is so many pixels wide.
Dpi dpiForWidth(SizeMm page, int pixels);

/// Draws a page (counted from 0) with its stamps on white paper. Errors as Document::draw, and
/// "document.too-large" for more than 40 million pixels.
Result<Picture> drawToPicture(const Document& document, std::size_t page, Dpi density,
                              const std::vector<Stamp>& stamps,
                              Document::Use use = Document::Use::screen);

} // namespace kiosk::document
