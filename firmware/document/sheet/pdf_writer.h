// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <cairo.h>

#include "firmware/document/sheet/sheet.h"

namespace kiosk::document {

/// Writes a PDF of `pages` A4 sheets. `drawPage` gets a context in millimetres. Of metadata there
/// is a fixed title and the date, nothing of the holder. What fails is "sheet.drawing-failed".
Result<Sheet> writePdf(std::size_t pages,
                       const std::function<Result<>(std::size_t page, cairo_t* context)>& drawPage);

} // namespace kiosk::document
