// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "firmware/document/ofd/model.h"

namespace kiosk::document::paint {

/// One glyph to draw: an index into the embedded font or, without one, a character.
struct LaidGlyph {
    std::optional<std::uint32_t> index;
    std::u32string characters; ///< it stands for; drawn one after another where the index is of no
                               ///< use, as in a font that is not embedded
    double x = 0, y = 0;       ///< origin on the baseline, in the object's space
};

/// How far the pen moves after a glyph along the line, in ems.
using AdvanceOf = std::function<double(const LaidGlyph&)>;

/// Places the glyphs of a text object (clause 11): glyph transforms first, then the start points
/// and steps of each TextCode. Where steps run out the last one repeats; where there are none the
/// font's advances serve.
std::vector<LaidGlyph> layOut(const ofd::TextContent& text, const AdvanceOf& advanceOf);

/// Whether characters stand across the line, as upright ones in a column: their height leads to the
/// next one, not their width.
bool standsAcross(const ofd::TextContent& text);

/// The pen's way over `ems` in the text's reading direction.
ofd::Point advanceStep(const ofd::TextContent& text, double ems);

} // namespace kiosk::document::paint
