// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/document/document.h"

namespace kiosk::document {

/// What stands beside the licence on the printed sheet (R7).
struct SheetMarks {
    std::string purpose;    ///< "子女入学"
    std::string copyNumber; ///< shown as text
    std::string code;       ///< the QR's text (CopyCode)
    std::string printedAt;  ///< "2026-11-23 10:32", local time
    std::string statusLine; ///< "状态截至 …: 有效"
    std::string kioskName;  ///< place of this kiosk
};

struct Sheet {
    Bytes pdf{}; ///< A4 portrait, vector, fonts embedded as subsets
    int pages = 0;
};

/// Sets every page of the licence on its own A4 sheet: turned and scaled to fit above the strip
/// that carries purpose, copy number and code, and says so when it is smaller than the original.
/// Holder's data goes into the pages only, never into PDF metadata. Errors: "sheet.drawing-failed"
/// (supplier).
Result<Sheet> composeSheet(const Document& licence, const std::vector<Stamp>& stamps,
                           const SheetMarks& marks);

/// A slip for a person who was not served at once, in large type on the upper part of an A4 sheet.
struct Slip {
    std::string heading;
    std::vector<std::string> lines;
    std::string code{};   ///< a QR's text; none if empty
    std::string number{}; ///< the number to ask for, very large; none if empty
};
Result<Sheet> composeSlip(const Slip& slip);

} // namespace kiosk::document
