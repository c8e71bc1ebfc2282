// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <cairo.h>

#include "firmware/base/bytes.h"

struct FT_FaceRec_;

namespace kiosk::document::paint {

/// One opened font: FreeType reads its tables, Cairo draws its glyphs. Subset fonts without names,
/// OS/2 or character map are fine. Not thread-safe.
class Face {
public:
    /// Null where the bytes are no scalable font.
    static std::shared_ptr<const Face> fromMemory(Bytes font);
    static std::shared_ptr<const Face> fromFile(const std::string& path, int index);

    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    /// The glyph for a character, 0 where the font has none.
    std::uint32_t glyphFor(char32_t character) const;
    /// Whether the font has the glyph and it can be drawn: a damaged one would spoil Cairo's font.
    bool draws(std::uint32_t glyph) const;
    /// How far the pen moves after a glyph, in ems.
    double advance(std::uint32_t glyph) const;

    cairo_font_face_t* cairoFace() const { return cairoFace_; }

private:
    struct Holder;
    explicit Face(std::unique_ptr<Holder> holder);
    static std::shared_ptr<const Face> open(std::unique_ptr<Holder> holder);

    mutable std::vector<std::int8_t> drawable_; ///< by glyph: 0 unknown, 1 yes, -1 no
    FT_FaceRec_* face_;                         ///< owned by the holder, which Cairo's face owns
    cairo_font_face_t* cairoFace_; ///< Cairo may keep it in its caches after we are gone
};

} // namespace kiosk::document::paint
