// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "firmware/document/ofd/model.h"

namespace kiosk::document::paint {

/// One glyph to draw: a character, or an index into the embedded font, with the characters it
/// stands for.
struct LaidGlyph {
    bool byIndex = false;
    std::uint32_t value = 0;
    char32_t character = 0; ///< what to draw where the index cannot be used; 0: nothing
    double x = 0, y = 0;    ///< origin on the baseline, in the object's space
};

/// How far the pen moves after a glyph, in ems.
using AdvanceOf = std::function<double(const LaidGlyph&)>;

/// Places the glyphs of a text object (clause 11): glyph transforms first, then the start points
/// and steps of each TextCode. Where steps run out the last one repeats; where there are none the
/// font's advances serve.
std::vector<LaidGlyph> layOut(const ofd::TextContent& text, const AdvanceOf& advanceOf);

} // namespace kiosk::document::paint
