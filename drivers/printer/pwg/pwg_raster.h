// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/printer/printer.h"

namespace kiosk::drivers::pwg {

/// How A4 looks at a density: what PrintDocument::drawPage is asked for.
RasterForm a4Form(int dotsPerInch);

/// The document's pages as a PWG raster stream (PWG 5102.4): A4, one-sided, 8-bit grey, by
/// libcups' writer. One page is held as dots at a time. "printer.format-refused" (supplier) for a
/// document that draws no dots or other ones than it was asked for; errors of drawPage.
Result<Bytes> toPwgRaster(const PrintDocument& document, int dotsPerInch);

} // namespace kiosk::drivers::pwg
