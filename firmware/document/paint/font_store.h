// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"
#include "firmware/document/paint/findings.h"
#include "firmware/document/paint/substitution.h"
#include "firmware/document/paint/system_fonts.h"

namespace kiosk::document::paint {

/// A glyph of a certain font. Without a face there is nothing to draw but a box for `missing`.
struct GlyphChoice {
    std::shared_ptr<const Face> face;
    std::uint32_t glyph = 0;
    char32_t missing = 0; ///< the character that no font has
};

/// What has to be imitated because the font that is drawn does not have it.
struct Imitation {
    bool slant = false;
    bool weight = false;
};

/// The fonts of one document: embedded ones, and what stands in for the others. Not thread-safe.
class FontStore {
public:
    /// All must outlive the store.
    FontStore(const ofd::Model& model, Findings& findings) : model_(model), findings_(findings) {}

    /// The glyph for a character of a text in this font: from the font itself, else from the first
    /// of the last resorts that has it. None is a finding. A private-use character means something
    /// only in an embedded font; elsewhere it is the one that stands for it today, if there is one.
    GlyphChoice glyphFor(ofd::Id font, char32_t character);
    /// A glyph given by its index in the embedded font; no face where that font cannot be used or
    /// the index means "no such character".
    GlyphChoice glyphAt(ofd::Id font, std::uint32_t glyph);
    Imitation imitationFor(const ofd::TextContent& text);

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
    GlyphChoice missing(ofd::Id font, char32_t character);
    const ofd::FontResource& resource(ofd::Id font) const;

    const ofd::Model& model_;
    Findings& findings_;
    SystemFonts system_;
    std::map<ofd::Id, Loaded> loaded_;
};

} // namespace kiosk::document::paint
