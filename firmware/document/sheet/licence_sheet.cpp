// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/sheet_pages.h"

namespace kiosk::document {

Result<Sheet> composeSheet(const Document& licence, const std::vector<Stamp>& stamps,
                           const SheetMarks& marks) {
    if (!licence.printable())
        return fail(ErrorKind::refused, "sheet.not-permitted", Remedy::attendant);
    return composeSheet(SheetPages{.count = licence.pageCount(),
                                   .size = [&](std::size_t page) { return licence.pageSize(page); },
                                   .draw =
                                       [&](std::size_t page, cairo_t* context) {
                                           return licence.draw(page, context, Document::Use::print,
                                                               stamps);
                                       }},
                        marks);
}

} // namespace kiosk::document
