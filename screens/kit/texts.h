// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"
#include "firmware/visit/visit_view.h"
#include "screens/kit/catalogue/languages.h"
#include "screens/kit/catalogue/message.h"

namespace kiosk::kit {

/// What is shown and what is said for it. The same words unless the catalogue says otherwise.
struct Phrase {
    std::string text;
    std::string say;
};

/// What a text of a catalogue is for: to be shown, to be spoken where that differs, to be shown
/// where there is little room.
enum class TextUse { ui, say, brief };

/// The texts of one language: assets/texts/<tag>.po, whose patterns are explained at formatted().
/// Immutable after loading.
class Texts {
public:
    using Values = kit::Values;

    /// Errors: "texts.unreadable" (configuration), and those of readFile().
    static Result<Texts> load(const std::filesystem::path& file, const LanguageFacts& language);
    /// The same from the content of such a file.
    static Result<Texts> from(std::string_view content, const LanguageFacts& language);

    bool has(std::string_view key) const { return !pattern(key, TextUse::ui).empty(); }

    /// The text with its values, each in a bidi isolate (A74). An unknown key gives "⟦key⟧": seen
    /// at once, and by the lint.
    std::string text(std::string_view key, Values values = {}) const;
    /// What is said for it: of context "say", else the text.
    std::string say(std::string_view key, Values values = {}) const;
    /// Where there is little room: of context "short", else the text.
    std::string brief(std::string_view key, Values values = {}) const;
    Phrase phrase(std::string_view key, Values values = {}) const;

    std::vector<std::string> keys() const;
    /// As it stands in the catalogue; empty where the key has no text for this use.
    const std::string& pattern(std::string_view key, TextUse use) const;

    const std::string& language() const { return language_; } ///< BCP 47: "zh-CN", "en"
    Direction direction() const { return direction_; }

    /// Every text longer by two fifths, for the tests that look for clipping (A9).
    Texts stretched() const;

private:
    using Patterns = std::map<std::string, std::string, std::less<>>;

    Patterns& of(TextUse use) { return patterns_[static_cast<std::size_t>(use)]; }
    std::string filled(std::string_view key, TextUse use, Values values) const;

    std::string language_;
    Direction direction_ = Direction::leftToRight;
    std::array<Patterns, 3> patterns_;
};

/// The catalogues of all languages.
class Catalogue {
public:
    /// `folder` holds languages.json and a catalogue for each language it names.
    static Result<Catalogue> load(const std::filesystem::path& folder);

    const Languages& languages() const { return languages_; }
    /// Those of the first language where it is none of ours.
    const Texts& of(const visit::Language& language) const {
        return texts_[languages_.indexOf(language.tag)];
    }
    Catalogue stretched() const;

private:
    Languages languages_;
    std::vector<Texts> texts_; ///< one for each language, in their order
};

} // namespace kiosk::kit
