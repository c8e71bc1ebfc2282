// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/reader.h"

#include <algorithm>

namespace kiosk::reading {

Result<document::PagePixels> OpenedFile::pixelsOf(std::size_t page, document::Dpi density) const {
    if (page >= facts().pages.size())
        return fail(ErrorKind::notFound, "document.no-such-page", Remedy::citizenAgain,
                    std::to_string(page + 1));
    return document::pagePixels(facts().pages[page], density);
}

Result<document::Picture> OpenedFile::picture(std::size_t page, document::Dpi density,
                                              document::Document::Use use) {
    const document::PagePixels pixels = TRY(pixelsOf(page, density));
    document::Picture picture{pixels.width, pixels.height, {}};
    TRY(drawRows({page, density, use, 0}, picture));
    return picture;
}

Result<> OpenedFile::drawInBands(std::size_t page, document::Dpi density, int bandHeight,
                                 const document::BandSink& sink) {
    const document::PagePixels pixels = TRY(pixelsOf(page, density));
    document::Picture rows{pixels.width, 0, {}};
    for (int top = 0; top < pixels.height; top += rows.height) {
        rows.height = std::clamp(bandHeight, 1, pixels.height - top);
        TRY(drawRows({page, density, document::Document::Use::screen, top}, rows));
        TRY(sink({rows, top, pixels.height}));
    }
    return {};
}

} // namespace kiosk::reading
