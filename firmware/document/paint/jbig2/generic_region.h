// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/base/bytes.h"
#include "firmware/document/paint/jbig2/bitmap.h"

namespace kiosk::document::paint::jbig2 {

/// A neighbour that a template looks at, from the pixel in question.
struct Neighbour {
    int x = 0, y = 0;
};

/// How a generic region is coded (ITU-T T.88 clause 6.2).
struct GenericCoding {
    unsigned templateNumber = 0; ///< 0 to 3
    bool skipsRepeatedRows = false;
    std::array<Neighbour, 4> adaptive; ///< the first only, but for template 0
};

/// Decodes arithmetically coded pixels into a bitmap that is already as large as they are.
void decodeGeneric(ByteView data, const GenericCoding& coding, Bitmap& bitmap);

/// Decodes pixels coded as fax machines do (MMR, ITU-T T.6). Error "image.damaged".
Result<> decodeFax(ByteView data, Bitmap& bitmap);

} // namespace kiosk::document::paint::jbig2
