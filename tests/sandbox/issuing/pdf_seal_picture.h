// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "firmware/base/bytes.h"
#include "firmware/base/length.h"
#include "firmware/base/result.h"

namespace kiosk::sandbox {

inline constexpr double kPointsPerMm = 72 / 25.4;

/// Objects of a PDF by their numbers, as they stand between `obj` and `endobj`.
using PdfObjects = std::map<int, std::string>;

/// Three objects numbered from `first` that show a seal's picture (PNG with transparency): the form
/// XObject for a widget's appearance, the picture, its mask (ISO 32000-1, 8.9.5, 8.10, 11.6.5.3).
Result<PdfObjects> pictureObjects(int first, ByteView png, SizeMm size);

} // namespace kiosk::sandbox
