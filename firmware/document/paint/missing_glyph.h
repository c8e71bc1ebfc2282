// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cairo.h>

namespace kiosk::document::paint {

/// Draws, with the context's source, what stands for a character that no font has: a box with the
/// code point's four to six hexadecimal digits inside, in two rows. The user unit is one em, origin
/// on the baseline. The digits need no font either.
void drawMissingGlyph(cairo_t* context, char32_t character);

} // namespace kiosk::document::paint
