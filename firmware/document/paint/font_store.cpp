// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/font_store.h"

namespace kiosk::document::paint {

namespace {

FontWeight weightOf(const ofd::FontResource& font) {
    const bool named = font.name.find("Bold") != std::string::npos;
    return font.bold || named ? FontWeight::bold : FontWeight::regular;
}

/// The font's own names first: a machine may have the very font.
std::vector<std::string> candidates(const ofd::FontResource& font) {
    const SubstitutionTable& table = SubstitutionTable::builtIn();
    std::vector<std::string> families{font.name, font.family};
    for (const std::string& name : {font.name, font.family}) {
        for (std::string& family : table.familiesFor(name))
            families.push_back(std::move(family));
    }
    if (font.fixedWidth)
        families.emplace_back("DejaVu Sans Mono");
    families.insert(families.end(), table.lastResort().begin(), table.lastResort().end());
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
    for (const std::string& family : candidates(font)) {
        if (auto face = system_.find(family, weightOf(font)))
            return {std::move(face), false, family};
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
        entry->second = {std::move(face), true, {}};
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
    return {};
}

GlyphChoice FontStore::glyphFor(ofd::Id font, char32_t character) {
    const Loaded& own = loaded(font);
    const std::uint32_t glyph = own.face ? own.face->glyphFor(character) : 0;
    if (glyph != 0)
        return {own.face, glyph};
    GlyphChoice choice = lastResort(character);
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
