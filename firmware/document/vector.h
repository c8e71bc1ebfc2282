// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/document.h"

namespace kiosk::document {

/// `count` pages from `first` (counted from 0) with their stamps as a PDF of vectors and embedded
/// fonts, each page at its own size. Errors as Document::draw.
Result<Bytes> drawToPdf(const Document& document, std::size_t first, std::size_t count,
                        const std::vector<Stamp>& stamps);

} // namespace kiosk::document
