// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/raster.h"

namespace kiosk::document {

inline constexpr std::uint32_t kWhite = 0xFFFFFFFFU;

/// Of a page counted from 0. Errors: those of its size; "document.no-such-page".
Result<PagePixels> pagePixels(const Document& document, std::size_t page, Dpi density);

struct RowsWanted {
    int top = 0;
    const std::vector<Stamp>& stamps;
    Document::Use use;
};

/// Fills a picture of the page's width with the rows from `top` on, on white paper.
Result<> drawRows(const Document& document, std::size_t page, PagePixels pixels,
                  const RowsWanted& wanted, Picture& rows);

} // namespace kiosk::document
