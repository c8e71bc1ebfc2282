// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/text_layout.h"

#include <algorithm>

namespace kiosk::document::paint {

namespace {

/// Turns characters into glyphs; transforms count their positions over the whole object.
class GlyphSequence {
public:
    explicit GlyphSequence(const ofd::TextContent& text)
        : transform_(text.transforms.begin()), end_(text.transforms.end()) {}

    std::vector<LaidGlyph> next(const std::u32string& characters) {
        std::vector<LaidGlyph> glyphs;
        for (std::size_t i = 0; i < characters.size();) {
            const std::size_t used = addTransformed(glyphs, characters, i);
            if (used == 0)
                glyphs.push_back({std::nullopt, characters.substr(i, 1), 0, 0});
            i += std::max<std::size_t>(used, 1);
        }
        position_ += characters.size();
        return glyphs;
    }

private:
    /// How many characters the transform that begins at `at` replaced; 0 where none begins.
    std::size_t addTransformed(std::vector<LaidGlyph>& glyphs, const std::u32string& characters,
                               std::size_t at) {
        while (transform_ != end_ && transform_->position < position_ + at)
            ++transform_;
        if (transform_ == end_ || transform_->position != position_ + at)
            return 0;
        const std::size_t count =
            std::clamp<std::size_t>(transform_->count, 1, characters.size() - at);
        std::size_t used = 0;
        for (std::size_t i = 0; i < transform_->glyphs.size(); ++i) {
            // One character each; the last glyph stands for all that are left.
            const bool last = i + 1 == transform_->glyphs.size();
            const std::size_t share = last ? count - used : std::min<std::size_t>(1, count - used);
            glyphs.push_back({transform_->glyphs[i], characters.substr(at + used, share), 0, 0});
            used += share;
        }
        return count;
    }

    std::vector<ofd::GlyphTransform>::const_iterator transform_, end_;
    std::size_t position_ = 0;
};

double stepAt(const std::vector<double>& steps, std::size_t index) {
    return steps.empty() ? 0 : steps[std::min(index, steps.size() - 1)];
}

} // namespace

bool standsAcross(const ofd::TextContent& text) {
    return (text.readDirection - text.charDirection) % 180 != 0;
}

ofd::Point advanceStep(const ofd::TextContent& text, double ems) {
    const double length = ems * text.size * (standsAcross(text) ? 1 : text.horizontalScale);
    switch (text.readDirection) {
    case 90:
        return {0, length};
    case 180:
        return {-length, 0};
    case 270:
        return {0, -length};
    default:
        return {length, 0};
    }
}

std::vector<LaidGlyph> layOut(const ofd::TextContent& text, const AdvanceOf& advanceOf) {
    std::vector<LaidGlyph> all;
    GlyphSequence sequence(text);
    ofd::Point pen;
    ofd::Point start;
    for (const ofd::TextCode& code : text.codes) {
        // What is not given is as in the code before; with nothing given, text simply goes on.
        start = {code.x.value_or(start.x), code.y.value_or(start.y)};
        if (code.x || code.y)
            pen = start;
        const bool stepped = !code.deltaX.empty() || !code.deltaY.empty();
        std::size_t index = 0;
        for (LaidGlyph& glyph : sequence.next(code.characters)) {
            glyph.x = pen.x;
            glyph.y = pen.y;
            const ofd::Point step =
                stepped ? ofd::Point{stepAt(code.deltaX, index), stepAt(code.deltaY, index)}
                        : advanceStep(text, advanceOf(glyph));
            pen = {pen.x + step.x, pen.y + step.y};
            ++index;
            all.push_back(glyph);
        }
    }
    return all;
}

} // namespace kiosk::document::paint
