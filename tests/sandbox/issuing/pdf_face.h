// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/issuing/issuer.h"

namespace kiosk::sandbox {

/// A licence's page as PDF, not sealed yet, and where the seal's middle belongs on it.
struct PdfFace {
    Bytes pdf; ///< one page, no signature field
    SizeMm size;
    double sealX = 0; ///< millimetres from the left
    double sealY = 0; ///< millimetres from the top
};

/// Draws the same face that `Issuer::makeOfd` seals.
Result<PdfFace> drawPdf(const LicenceFace& face, WallTime madeAt);

} // namespace kiosk::sandbox
