// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/font_audit.h"

#include <memory>
#include <span>

#include <fontconfig/fontconfig.h>

namespace kiosk::kit {
namespace {

struct Block {
    FcChar32 first;
    FcChar32 last;
};

// The blocks as GB 18030-2022 found them in GB/T 13000 (ISO/IEC 10646:2017), and twelve characters
// among the compatibility ideographs that are unified ones by their nature.
constexpr Block kLevel3[] = {{0x4E00, 0x9FEF},   {0x3400, 0x4DB5},   {0x20000, 0x2A6D6},
                             {0x2A700, 0x2B734}, {0x2B740, 0x2B81D}, {0x2B820, 0x2CEA1},
                             {0x2CEB0, 0x2EBE0}, {0xFA0E, 0xFA0F},   {0xFA11, 0xFA11},
                             {0xFA13, 0xFA14},   {0xFA1F, 0xFA1F},   {0xFA21, 0xFA21},
                             {0xFA23, 0xFA24},   {0xFA27, 0xFA29}};

// What came to the ends of those blocks since, and extensions G, H and I.
constexpr Block kAmendment1[] = {{0x9FF0, 0x9FFF},   {0x4DB6, 0x4DBF},   {0x2A6D7, 0x2A6DF},
                                 {0x2B735, 0x2B739}, {0x30000, 0x3134A}, {0x31350, 0x323AF},
                                 {0x2EBF0, 0x2EE5D}};

struct Destroy {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
    void operator()(FcCharSet* characters) const { FcCharSetDestroy(characters); }
};
using Characters = std::unique_ptr<FcCharSet, Destroy>;

Characters charactersOf(FcConfig* config) {
    Characters all(FcCharSetCreate());
    const FcFontSet* fonts = FcConfigGetFonts(config, FcSetSystem);
    for (int i = 0; i < fonts->nfont; ++i) {
        FcCharSet* characters = nullptr; // the font's own
        if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch)
            FcCharSetMerge(all.get(), characters, nullptr);
    }
    return all;
}

FontCoverage coverageOf(std::string_view name, std::span<const Block> blocks,
                        const FcCharSet* fonts) {
    FontCoverage coverage{.set = name};
    for (const Block& block : blocks)
        for (FcChar32 character = block.first; character <= block.last; ++character) {
            ++coverage.characters;
            coverage.drawn += FcCharSetHasChar(fonts, character) == FcTrue ? 1 : 0;
        }
    return coverage;
}

} // namespace

Result<std::vector<FontCoverage>> auditFonts(const std::filesystem::path& fontsFile) {
    const std::unique_ptr<FcConfig, Destroy> config(FcConfigCreate());
    const auto* path = reinterpret_cast<const FcChar8*>(fontsFile.c_str());
    if (!FcConfigParseAndLoad(config.get(), path, FcTrue) || !FcConfigBuildFonts(config.get()))
        return fail(ErrorKind::configuration, "fonts.unreadable", Remedy::configuration,
                    fontsFile.filename().string());
    const Characters fonts = charactersOf(config.get());
    return std::vector{coverageOf("GB 18030-2022 level 3", kLevel3, fonts.get()),
                       coverageOf("GB 18030-2022 amendment 1", kAmendment1, fonts.get())};
}

} // namespace kiosk::kit
