// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/font_store.h"

namespace kiosk::document::paint {

namespace {

FontWeight weightOf(const ofd::FontResource& font) {
    const bool named = font.name.find("Bold") != std::string::npos;
    return font.bold || named ? FontWeight::bold : FontWeight::regular;
}

/// The line of the table for the font, by either of its names.
Substitute substituteFor(const ofd::FontResource& font) {
    const SubstitutionTable& table = SubstitutionTable::builtIn();
    Substitute found = table.substituteFor(font.name);
    return found.families.empty() ? table.substituteFor(font.family) : found;
}

/// What comes after the font's own names, which a machine may have.
std::vector<std::string> substitutes(const ofd::FontResource& font, const Substitute& line) {
    std::vector<std::string> families = line.families;
    if (font.fixedWidth && families.empty())
        families.emplace_back("DejaVu Sans Mono");
    const auto& lastResort = SubstitutionTable::builtIn().lastResort();
    families.insert(families.end(), lastResort.begin(), lastResort.end());
    return families;
}

} // namespace

std::shared_ptr<const Face> FontStore::embedded(const ofd::FontResource& font) {
    const auto file = model_.files.find(font.file);
    if (font.file.empty() || file == model_.files.end())
        return nullptr;
    auto face = Face::fromMemory(file->second);
    if (!face)
        findings_.add("font.damaged", font.file);
    return face;
}

FontStore::Loaded FontStore::substituted(const ofd::FontResource& font) {
    const FontWeight weight = weightOf(font);
    for (const std::string& family : {font.name, font.family}) {
        if (auto face = system_.find(family, weight))
            return {std::move(face), nullptr, false, family};
    }
    const Substitute line = substituteFor(font);
    for (const std::string& family : substitutes(font, line)) {
        if (auto face = system_.find(family, weight))
            return {std::move(face), system_.find(line.ascii, weight), false, family};
    }
    findings_.add("font.none-installed", font.name);
    return {};
}

const FontStore::Loaded& FontStore::loaded(ofd::Id id) {
    const auto [entry, isNew] = loaded_.try_emplace(id);
    if (!isNew)
        return entry->second;
    const auto found = model_.resources.fonts.find(id);
    if (found == model_.resources.fonts.end())
        findings_.add("font.missing-resource", std::to_string(id));
    const ofd::FontResource font =
        found == model_.resources.fonts.end() ? ofd::FontResource{} : found->second;
    if (auto face = embedded(font))
        entry->second = {std::move(face), nullptr, true, {}};
    else
        entry->second = substituted(font);
    return entry->second;
}

GlyphChoice FontStore::lastResort(char32_t character) {
    for (const std::string& family : SubstitutionTable::builtIn().lastResort()) {
        const auto face = system_.find(family, FontWeight::regular);
        const std::uint32_t glyph = face ? face->glyphFor(character) : 0;
        if (glyph != 0)
            return {face, glyph};
    }
    if (const auto face = system_.findFor(character))
        return {face, face->glyphFor(character)};
    return {};
}

GlyphChoice FontStore::ownGlyph(const Loaded& font, char32_t character) {
    constexpr char32_t kEndOfAscii = 0x80;
    const auto& face = font.ascii && character < kEndOfAscii ? font.ascii : font.face;
    const std::uint32_t glyph = face ? face->glyphFor(character) : 0;
    return glyph == 0 ? GlyphChoice{} : GlyphChoice{face, glyph};
}

GlyphChoice FontStore::glyphFor(ofd::Id font, char32_t character) {
    GlyphChoice choice = ownGlyph(loaded(font), character);
    if (!choice.face)
        choice = lastResort(character);
    // Which character it was stays out: a rare one in a name tells whose it is.
    if (!choice.face)
        findings_.add("font.missing-glyph", "font " + std::to_string(font));
    return choice;
}

GlyphChoice FontStore::glyphAt(ofd::Id font, std::uint32_t glyph) {
    const Loaded& own = loaded(font);
    if (!own.embedded || !own.face->hasGlyph(glyph))
        return {};
    return {own.face, glyph};
}

FontUse FontStore::use(ofd::Id font) {
    const auto found = model_.resources.fonts.find(font);
    const Loaded& own = loaded(font);
    return {found == model_.resources.fonts.end() ? "" : found->second.name, own.embedded,
            own.substitute};
}

} // namespace kiosk::document::paint
