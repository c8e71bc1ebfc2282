// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/bands.h"

#include <algorithm>

#include "firmware/document/page_pixels.h"

namespace kiosk::document {

Result<> drawInBands(const Document& document, std::size_t page, Dpi density, int bandHeight,
                     const std::vector<Stamp>& stamps, const BandSink& sink, Document::Use use) {
    const PagePixels pixels = TRY(pagePixels(document, page, density));
    Picture rows{pixels.width, 0, {}};
    for (int top = 0; top < pixels.height; top += rows.height) {
        rows.height = std::clamp(bandHeight, 1, pixels.height - top);
        TRY(drawRows(document, page, pixels, {top, stamps, use}, rows));
        TRY(sink({rows, top, pixels.height}));
    }
    return {};
}

} // namespace kiosk::document
