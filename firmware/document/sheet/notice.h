// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/document/sheet/printed_code.h"
#include "firmware/document/sheet/sheet.h"

namespace kiosk::document {

/// A notice for those who serve the kiosk: lines of text from the top, then codes.
struct Notice {
    enum class Weight { heading, strong, plain };
    struct Line {
        std::string text;
        Weight weight = Weight::plain;
    };
    std::vector<Line> lines{};
    std::vector<std::string> codes{}; ///< QR texts, error correction M, as large as a phone likes
};

/// On A4 sheets, as many as it takes; codes three in a row. Errors: "sheet.drawing-failed"
/// (supplier).
Result<Sheet> composeNotice(const Notice& notice);
/// On a roll, codes one below the other. "sheet.drawing-failed" also for one longer than a metre.
Result<SlipStrip> drawNoticeStrip(const Notice& notice, int width, int dotsPerInch);

} // namespace kiosk::document
