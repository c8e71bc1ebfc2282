// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <cairo.h>

#include "firmware/document/sheet/sheet.h"

namespace kiosk::document {

/// The pages to be set on sheets, whatever draws them. `draw` paints a page onto a context whose
/// user unit is one millimetre, origin at the page's top left.
struct SheetPages {
    std::size_t count = 0;
    std::function<SizeMm(std::size_t page)> size{};
    std::function<Result<>(std::size_t page, cairo_t* context)> draw{};
};

/// composeSheet() for pages of any origin.
Result<Sheet> composeSheet(const SheetPages& pages, const SheetMarks& marks);

/// One sheet onto a context in millimetres, as composeSheet() sets it: for a picture of it.
Result<> drawSheet(const SheetPages& pages, std::size_t page, const SheetMarks& marks,
                   cairo_t* context);

} // namespace kiosk::document
