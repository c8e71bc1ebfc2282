// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/system_fonts.h"

#include <memory>

#include <fontconfig/fontconfig.h>

namespace kiosk::document::paint {

namespace {

struct DestroyFcPattern {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using FcPatternOwner = std::unique_ptr<FcPattern, DestroyFcPattern>;

const FcChar8* asFc(const std::string& text) {
    return static_cast<const FcChar8*>(static_cast<const void*>(text.c_str()));
}

FcPatternOwner match(const FcPatternOwner& wanted) {
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultMatch;
    return FcPatternOwner(FcFontMatch(nullptr, wanted.get(), &result));
}

FcPatternOwner fontWith(char32_t character) {
    const FcPatternOwner wanted(FcPatternCreate());
    FcCharSet* characters = FcCharSetCreate();
    FcCharSetAddChar(characters, character);
    FcPatternAddCharSet(wanted.get(), FC_CHARSET, characters);
    FcCharSetDestroy(characters);
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    return match(wanted);
}

FcPatternOwner bestMatch(const std::string& family, FontWeight weight) {
    const FcPatternOwner wanted(FcPatternCreate());
    FcPatternAddString(wanted.get(), FC_FAMILY, asFc(family));
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    FcPatternAddInteger(wanted.get(), FC_WEIGHT,
                        weight == FontWeight::bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    return match(wanted);
}

/// Fontconfig always finds something; only one of the asked-for name counts.
bool hasFamily(FcPattern* font, const std::string& family) {
    FcChar8* name = nullptr;
    for (int i = 0; FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; ++i) {
        if (FcStrCmpIgnoreCase(name, asFc(family)) == 0)
            return true;
    }
    return false;
}

std::shared_ptr<const Face> openFile(FcPattern* font) {
    FcChar8* file = nullptr;
    int index = 0;
    if (font == nullptr || FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch)
        return nullptr;
    FcPatternGetInteger(font, FC_INDEX, 0, &index);
    return Face::fromFile(static_cast<const char*>(static_cast<const void*>(file)), index);
}

std::shared_ptr<const Face> openInstalled(const std::string& family, FontWeight weight) {
    const FcPatternOwner font = bestMatch(family, weight);
    return font && hasFamily(font.get(), family) ? openFile(font.get()) : nullptr;
}

} // namespace

std::shared_ptr<const Face> SystemFonts::find(const std::string& family, FontWeight weight) {
    const auto [entry, isNew] = opened_.try_emplace({family, weight});
    if (isNew && !family.empty())
        entry->second = openInstalled(family, weight);
    return entry->second;
}

std::shared_ptr<const Face> SystemFonts::findFor(char32_t character) {
    const auto [entry, isNew] = byCharacter_.try_emplace(character);
    if (isNew) {
        const auto face = openFile(fontWith(character).get());
        entry->second = face && face->glyphFor(character) != 0 ? face : nullptr;
    }
    return entry->second;
}

} // namespace kiosk::document::paint
