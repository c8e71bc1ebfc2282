// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::tests {

/// A glyph of straight lines, in units of a thousandth of an em, y upwards; no point: nothing to
/// see.
struct GlyphShape {
    std::vector<std::pair<int, int>> points;
    int advance = 1000;
};

/// A box from the baseline to 800, as wide as given.
GlyphShape boxGlyph(int width = 800, int advance = 1000);
/// An L, by which a turned glyph is known: an upright at the left, a foot at the baseline.
GlyphShape angleGlyph();

enum class Cmap { none, unicode, symbol };

/// What a font file holds besides a ".notdef" of its own at index 0.
struct FontParts {
    std::vector<GlyphShape> glyphs;               ///< indices from 1
    std::map<char32_t, std::uint16_t> characters; ///< to glyph indices
    Cmap cmap = Cmap::unicode;
};

/// A TrueType file with no more tables than a subset font has: no names, no OS/2, no post.
Bytes makeTrueType(const FontParts& parts);
/// The bare CFF table of the same glyphs, as PDF converters embed it.
Bytes makeBareCff(const FontParts& parts);
/// A Type 1 program in its binary form. `characters` are not stated: glyphs are reached by index.
Bytes makeType1(const FontParts& parts);

} // namespace kiosk::tests
