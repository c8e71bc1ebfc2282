// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/base/result.h"
#include "firmware/document/picture.h"

namespace kiosk::handout {

/// A phone held at arm's length reads modules of this size; smaller ones are for nobody.
inline constexpr double kSmallestModuleMm = 0.5;

/// One of healthCodes() as a picture with its white margin, error correction M (a seventh may be
/// dirty or shine), so many pixels a module. Errors: "sheet.drawing-failed" (supplier).
Result<document::Picture> codePicture(const std::string& text, int pixelsPerModule);

/// A code's modules in a row with its margin: what codePicture() makes of 1 pixel.
Result<int> modulesAcross(const std::string& text);

} // namespace kiosk::handout
