// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/font_store.h"

#include "firmware/document/paint/private_use.h"

namespace kiosk::document::paint {

namespace {

FontWeight weightOf(const ofd::FontResource& font) {
    const bool named = font.name.find("Bold") != std::string::npos;
    return font.bold || named ? FontWeight::bold : FontWeight::regular;
}

/// Characters that only steer the text around them.
bool isInvisible(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return c < 0x20 || within(0x7F, 0x9F) || c == 0xAD || within(0x200B, 0x200F) ||
           within(0x2028, 0x202E) || within(0x2060, 0x206F) || within(0xFE00, 0xFE0F) ||
           c == 0xFEFF || within(0xE0000, 0xE0FFF);
}

bool isPrivateUse(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
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
    if (!model_.resources.fonts.contains(id))
        findings_.add("font.missing-resource", std::to_string(id));
    const ofd::FontResource& font = resource(id);
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
    return glyph == 0 || !face->draws(glyph) ? GlyphChoice{} : GlyphChoice{face, glyph};
}

/// Which character it was stays out of the finding: a rare one in a name tells whose it is.
GlyphChoice FontStore::missing(ofd::Id font, char32_t character) {
    findings_.add("font.missing-glyph", "font " + std::to_string(font));
    return {nullptr, 0, character};
}

GlyphChoice FontStore::glyphFor(ofd::Id font, char32_t character) {
    const Loaded& own = loaded(font);
    char32_t wanted = character;
    if (isPrivateUse(character) && !own.embedded) {
        const auto standard = standardCharacter(character);
        if (!standard)
            return missing(font, character);
        wanted = *standard;
    }
    if (GlyphChoice choice = ownGlyph(own, wanted); choice.face)
        return choice;
    if (isInvisible(wanted))
        return {};
    if (isPrivateUse(wanted))
        wanted = standardCharacter(wanted).value_or(wanted);
    GlyphChoice choice = isPrivateUse(wanted) ? GlyphChoice{} : lastResort(wanted);
    return choice.face ? choice : missing(font, character);
}

GlyphChoice FontStore::glyphAt(ofd::Id font, std::uint32_t glyph) {
    const Loaded& own = loaded(font);
    if (!own.embedded || glyph == 0)
        return {};
    if (own.face->draws(glyph))
        return {own.face, glyph};
    findings_.add("font.damaged-glyph", "font " + std::to_string(font));
    return {};
}

Imitation FontStore::imitationFor(const ofd::TextContent& text) {
    constexpr int kBoldFrom = 600;
    const bool embedded = loaded(text.font).embedded;
    const ofd::FontResource& font = resource(text.font);
    const bool hasWeight = !embedded && weightOf(font) == FontWeight::bold;
    return {.slant = text.italic || (!embedded && font.italic),
            .weight = text.weight >= kBoldFrom && !hasWeight};
}

const ofd::FontResource& FontStore::resource(ofd::Id font) const {
    static const ofd::FontResource kNone;
    const auto found = model_.resources.fonts.find(font);
    return found == model_.resources.fonts.end() ? kNone : found->second;
}

FontUse FontStore::use(ofd::Id font) {
    const Loaded& own = loaded(font);
    return {resource(font).name, own.embedded, own.substitute};
}

} // namespace kiosk::document::paint
