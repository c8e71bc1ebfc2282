// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "firmware/document/raster.h"

namespace kiosk::document {

/// Some rows of a page, drawn on white paper.
struct Band {
    const Picture& rows; ///< as wide as the page; of use during the call only
    int top = 0;         ///< the page's row that the first of them is
    int pageHeight = 0;  ///< in pixels
};

/// Takes bands from the top of the page to its foot. An error ends the drawing.
using BandSink = std::function<Result<>(const Band&)>;

/// Draws a page as drawToPicture does, `bandHeight` rows at a time (the last band may be lower):
/// memory grows with the band, not with the page. Pictures that are scaled may differ from
/// drawToPicture's by a few levels, for Cairo mixes their pixels from another corner. Errors as
/// drawToPicture, and the sink's.
Result<> drawInBands(const Document& document, std::size_t page, Dpi density, int bandHeight,
                     const std::vector<Stamp>& stamps, const BandSink& sink,
                     Document::Use use = Document::Use::screen);

} // namespace kiosk::document
