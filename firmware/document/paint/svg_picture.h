// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cairo.h>

#include "firmware/base/bytes.h"

namespace kiosk::document::paint {

/// Whether the bytes look like an SVG picture rather than any other format a seal comes in.
bool isSvg(ByteView picture);

/// Draws an SVG picture, as shapes, stretched over a box at the context's origin. Nothing outside
/// the bytes is ever loaded. Errors: "image.damaged", "image.too-large" for more than 1 MiB.
Result<> drawSvg(cairo_t* context, ByteView picture, double width, double height);

} // namespace kiosk::document::paint
