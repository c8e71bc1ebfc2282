// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <cairo.h>

#include "firmware/document/document.h"

namespace kiosk::document {

/// How much of a code may be dirty (ISO/IEC 18004).
enum class CodeCorrection {
    medium,  ///< M, a seventh
    quartile ///< Q, a quarter
};

/// A QR code's squares, row by row, without the white margin.
struct CodeModules {
    int side = 0;
    std::vector<bool> dark{};

    bool at(int x, int y) const {
        return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
                    static_cast<std::size_t>(x)];
    }
};

/// A code needs so many white modules around it to be found.
inline constexpr int kCodeMargin = 4;

/// `text` as a QR code. One too long for a code is "sheet.drawing-failed" (supplier).
Result<CodeModules> codeModules(const std::string& text, CodeCorrection correction);

/// Draws `text` as a QR code into the square `box`, in vector squares. kCodeMargin modules around
/// the box must stay white. Errors: codeModules()'s.
Result<> drawCode(cairo_t* context, const BoxMm& box, const std::string& text,
                  CodeCorrection correction = CodeCorrection::quartile);

} // namespace kiosk::document
