// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/document.h"
#include "firmware/document/pdf/qpdf.h"

namespace kiosk::document::pdf {

struct PageCensus {
    ObjectCounts objects;
    std::vector<FontUse> fonts;
};

/// Counts what the pages' contents and the forms they use put on paper, and names their fonts.
/// Throws LimitExceeded, and what qpdf throws.
PageCensus takeCensus(QPDF& pdf);

} // namespace kiosk::document::pdf
