// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"

namespace kiosk::speech {

/// Words and their readings, a line each: "重新 chong2 xin1"; "#" begins a remark.
class WordList {
public:
    /// Errors: those of readFile(), "speech.words" with file and line where a word has not just one
    /// syllable for each character, or none of them is pinyin with a tone (configuration).
    static Result<WordList> load(const std::filesystem::path& file);

    struct Hit {
        std::size_t length = 0; ///< characters; 0: none of the words begins here
        const std::vector<std::string>* syllables = nullptr;
    };
    /// The longest word that `text` begins with.
    Hit longestAt(std::u32string_view text) const;

private:
    std::map<std::u32string, std::vector<std::string>, std::less<>> words_;
    std::size_t longest_ = 0;
};

} // namespace kiosk::speech
