// SPDX-License-Identifier: Apache-2.0
#pragma once

using PangoLayout = struct _PangoLayout; // as Pango declares it

namespace kiosk::document {

/// Has each character of the layout that no font has drawn as licences draw it: as a box of an em
/// with the code point in it (A73). A PDF gives the character back to whoever copies the text. Call
/// it again after each change of the font's size.
void boxCharactersWithoutGlyph(PangoLayout* layout, double points);

} // namespace kiosk::document
