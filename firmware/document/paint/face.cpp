// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/face.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <cairo-ft.h>

namespace kiosk::document::paint {

namespace {

constexpr int kLoadFlags = FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;
/// Symbol fonts keep their characters in the private area.
constexpr char32_t kSymbolArea = 0xF000;

const FT_Byte* asFreeType(const Bytes& bytes) {
    return static_cast<const FT_Byte*>(static_cast<const void*>(bytes.data()));
}

} // namespace

/// Keeps a FreeType face and all it stands on. Lives until Cairo drops its last reference: Cairo's
/// font caches outlive documents.
struct Face::Holder {
    Bytes bytes;
    FT_Library library = nullptr;
    FT_Face face = nullptr;

    Holder() = default;
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    ~Holder() {
        if (face != nullptr)
            FT_Done_Face(face);
        if (library != nullptr)
            FT_Done_FreeType(library);
    }

    static void destroy(void* holder) { delete static_cast<Holder*>(holder); }
};

Face::Face(std::unique_ptr<Holder> holder)
    : face_(holder->face),
      cairoFace_(cairo_ft_font_face_create_for_ft_face(holder->face, kLoadFlags)) {
    static const cairo_user_data_key_t kHolder{};
    cairo_font_face_set_user_data(cairoFace_, &kHolder, holder.release(), Holder::destroy);
}

Face::~Face() {
    cairo_font_face_destroy(cairoFace_);
}

std::shared_ptr<const Face> Face::open(std::unique_ptr<Holder> holder) {
    if (!FT_IS_SCALABLE(holder->face) || holder->face->units_per_EM == 0)
        return nullptr;
    if (holder->face->charmap == nullptr && holder->face->num_charmaps > 0)
        FT_Set_Charmap(holder->face, holder->face->charmaps[0]);
    return std::shared_ptr<const Face>(new Face(std::move(holder)));
}

std::shared_ptr<const Face> Face::fromMemory(Bytes font) {
    auto holder = std::make_unique<Holder>();
    holder->bytes = std::move(font);
    if (FT_Init_FreeType(&holder->library) != 0 ||
        FT_New_Memory_Face(holder->library, asFreeType(holder->bytes),
                           static_cast<FT_Long>(holder->bytes.size()), 0, &holder->face) != 0)
        return nullptr;
    return open(std::move(holder));
}

std::shared_ptr<const Face> Face::fromFile(const std::string& path, int index) {
    auto holder = std::make_unique<Holder>();
    if (FT_Init_FreeType(&holder->library) != 0 ||
        FT_New_Face(holder->library, path.c_str(), index, &holder->face) != 0)
        return nullptr;
    return open(std::move(holder));
}

std::uint32_t Face::glyphFor(char32_t character) const {
    if (face_->charmap == nullptr)
        return 0;
    const std::uint32_t glyph = FT_Get_Char_Index(face_, character);
    if (glyph != 0 || face_->charmap->encoding == FT_ENCODING_UNICODE || character > 0xFF)
        return glyph;
    return FT_Get_Char_Index(face_, kSymbolArea + character);
}

bool Face::draws(std::uint32_t glyph) const {
    if (glyph >= static_cast<std::uint32_t>(face_->num_glyphs))
        return false;
    drawable_.resize(static_cast<std::size_t>(face_->num_glyphs));
    std::int8_t& known = drawable_[glyph];
    if (known == 0)
        known = FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE) == 0 ? 1 : -1;
    return known > 0;
}

double Face::advance(std::uint32_t glyph) const {
    if (FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE) != 0)
        return 0;
    return static_cast<double>(face_->glyph->metrics.horiAdvance) / face_->units_per_EM;
}

} // namespace kiosk::document::paint
