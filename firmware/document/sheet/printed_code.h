// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <cairo.h>

#include "firmware/document/document.h"

namespace kiosk::document {

/// Draws `text` as a QR code (ISO/IEC 18004, error correction Q: a quarter may be dirty) into the
/// square `box`, in vector squares. Four modules around the box must stay white. A text too long
/// for a code is "sheet.drawing-failed" (supplier).
Result<> drawCode(cairo_t* context, const BoxMm& box, const std::string& text);

} // namespace kiosk::document
