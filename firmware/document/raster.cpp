// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/raster.h"

#include "firmware/document/page_pixels.h"

namespace kiosk::document {

Result<Picture> drawToPicture(const Document& document, std::size_t page, Dpi density,
                              const std::vector<Stamp>& stamps, Document::Use use) {
    const PagePixels pixels = TRY(pagePixels(document, page, density));
    Picture picture{pixels.width, pixels.height, {}};
    TRY(drawRows(document, page, pixels, {0, stamps, use}, picture));
    return picture;
}

} // namespace kiosk::document
