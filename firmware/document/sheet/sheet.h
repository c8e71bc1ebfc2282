// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "firmware/document/document.h"

namespace kiosk::document {

/// A line of the strip: what it is, and what it says.
struct SheetField {
    std::string label;
    std::string value;
};

/// What stands beside the licence on the printed sheet (R7), in the words of whoever composes it.
struct SheetMarks {
    SheetField purpose;            ///< large; wraps, however long
    SheetField copyNumber;         ///< bold; never cut
    std::vector<SheetField> facts; ///< four have room, a fifth where they stand closer
    std::string code;              ///< the QR's text (CopyCode)
    std::string codeHint;          ///< under the QR
    /// "第 1/2 页", for a page counted from 1.
    std::function<std::string(std::size_t page, std::size_t count)> pageLine;
    /// "按原件 80% 缩印", asked only for a licence set smaller than it is.
    std::function<std::string(int percent)> reducedLine;
};

struct Sheet {
    Bytes pdf{}; ///< A4 portrait, vector, fonts embedded as subsets
    int pages = 0;
};

/// Sets every page of the licence on its own A4 sheet: turned and scaled to fit above the strip
/// that carries purpose, copy number and code, and says so when it is smaller than the original.
/// Holder's data goes into the pages only, never into PDF metadata. Errors: "sheet.drawing-failed"
/// (supplier), "sheet.not-permitted" (attendant) for a document whose own permissions forbid it.
Result<Sheet> composeSheet(const Document& licence, const std::vector<Stamp>& stamps,
                           const SheetMarks& marks);

/// A slip for a person who was not served at once, in large type on the upper part of an A4 sheet.
struct Slip {
    std::vector<std::string> heading; ///< one text a language
    std::vector<std::string> lines;
    std::string code{};        ///< a QR's text; none if empty
    std::string number{};      ///< the number to ask for, very large; none if empty
    std::string numberLabel{}; ///< what it is, above it
};
Result<Sheet> composeSlip(const Slip& slip);

/// A slip for a roll of paper, row by row from the top, a byte a dot: 0 black, 255 white.
struct SlipStrip {
    int width = 0;
    int height = 0; ///< as long as the slip's words are
    Bytes dots{};
};
/// The same slip as wide as the roll, in type to be read at arm's length. "sheet.drawing-failed"
/// (supplier), also for one longer than a metre.
Result<SlipStrip> drawSlipStrip(const Slip& slip, int width, int dotsPerInch);

} // namespace kiosk::document
