// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/program/rehearsal.h"

#include <cairo.h>

#include "firmware/document/sheet/sheet_pages.h"
#include "firmware/reading/plain_reader.h"

namespace kiosk::reading {

void rehearse() {
    using namespace document;
    const SheetPages blank{.count = 1,
                           .size = [](std::size_t) { return SizeMm{{210}, {297}}; },
                           .draw = [](std::size_t, cairo_t*) { return Result<>(); }};
    const SheetMarks marks{.purpose = {"用途", "Aa1𠮷"},
                           .copyNumber = {"编号", "0"},
                           .code = "0",
                           .pageLine = [](std::size_t, std::size_t) { return std::string("1"); },
                           .reducedLine = [](int) { return std::string("%"); }};
    static_cast<void>(composeSheet(blank, marks));
    static_cast<void>(PlainReader({}).open({}, WallTime{}));
}

} // namespace kiosk::reading
