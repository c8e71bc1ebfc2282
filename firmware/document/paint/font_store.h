// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"
#include "firmware/document/paint/findings.h"
#include "firmware/document/paint/substitution.h"
#include "firmware/document/paint/system_fonts.h"

namespace kiosk::document::paint {

/// A glyph of a certain font; no face where no font has the character.
struct GlyphChoice {
    std::shared_ptr<const Face> face;
    std::uint32_t glyph = 0;
};

/// The fonts of one document: embedded ones, and what stands in for the others. Not thread-safe.
class FontStore {
public:
    /// All must outlive the store.
    FontStore(const ofd::Model& model, Findings& findings) : model_(model), findings_(findings) {}

    /// The glyph for a character of a text in this font: from the font itself, else from the first
    /// of the last resorts that has it. None is a finding.
    GlyphChoice glyphFor(ofd::Id font, char32_t character);
    /// A glyph given by its index in the embedded font; no face where that font cannot be used.
    GlyphChoice glyphAt(ofd::Id font, std::uint32_t glyph);

    /// Name, whether embedded, and the family used instead.
    FontUse use(ofd::Id font);

private:
    struct Loaded {
        std::shared_ptr<const Face> face;
        std::shared_ptr<const Face> ascii; ///< where letters come from another family
        bool embedded = false;
        std::string substitute;
    };

    const Loaded& loaded(ofd::Id font);
    std::shared_ptr<const Face> embedded(const ofd::FontResource& font);
    Loaded substituted(const ofd::FontResource& font);
    static GlyphChoice ownGlyph(const Loaded& font, char32_t character);
    GlyphChoice lastResort(char32_t character);

    const ofd::Model& model_;
    Findings& findings_;
    SystemFonts system_;
    std::map<ofd::Id, Loaded> loaded_;
};

} // namespace kiosk::document::paint
