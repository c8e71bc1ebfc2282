// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"
#include "firmware/visit/visit_view.h"

namespace kiosk::kit {

/// What is shown and what is said for it. The same words unless the catalogue says otherwise.
struct Phrase {
    std::string text;
    std::string say;
};

/// The texts of one language: assets/texts/<language>.json, flat "key": "text", with "key.say"
/// where the spoken words differ. Immutable after loading.
class Texts {
public:
    using Values = std::initializer_list<std::string_view>;

    /// Errors: "texts.unreadable" (configuration), and those of readFile().
    static Result<Texts> load(const std::filesystem::path& file, std::string_view language);

    bool has(std::string_view key) const { return texts_.contains(key); }

    /// {0}, {1} … are replaced by the values, each in a bidi isolate (A74). An unknown key gives
    /// "⟦key⟧": seen at once, and by the lint.
    std::string text(std::string_view key, Values values = {}) const;
    std::string say(std::string_view key, Values values = {}) const;
    Phrase phrase(std::string_view key, Values values = {}) const;

    std::vector<std::string> keys() const;
    const std::string& language() const { return language_; } ///< "zh-CN", "en"

    /// Every text longer by two fifths, for the tests that look for clipping (A9).
    Texts stretched() const;

private:
    std::string language_;
    std::map<std::string, std::string, std::less<>> texts_;
};

/// The catalogues of all languages.
class Catalogue {
public:
    static Result<Catalogue> load(const std::filesystem::path& folder);

    const Texts& of(visit::Language language) const {
        return languages_[static_cast<std::size_t>(language)];
    }
    Catalogue stretched() const;

private:
    std::array<Texts, 2> languages_;
};

std::string_view tag(visit::Language language); ///< BCP 47: "zh-CN", "en"

/// The text without the invisible isolates, as tests and logs compare it.
std::string withoutIsolates(std::string_view text);

} // namespace kiosk::kit
