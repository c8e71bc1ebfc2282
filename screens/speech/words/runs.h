// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screens/speech/words/pinyin.h"

namespace kiosk::speech {

enum class Voice { mandarin, english, uyghur };

/// What one voice says: pinyin for Mandarin, words for the others.
struct Run {
    Voice voice = Voice::mandarin;
    std::string words;

    bool operator==(const Run&) const = default;
};

/// A text made ready for the voices.
struct SpokenForm {
    std::vector<Run> runs;
    std::vector<char32_t> unread; ///< characters told by their code point
};

/// No voice speaks Tibetan: speech is hidden there, not silent.
bool isSpoken(std::string_view language);

/// Numbers, dates and codes written out in `language`, Chinese turned into pinyin. Whatever is in
/// another script goes to the voice of that script (A38: names excepted).
SpokenForm spokenForm(std::string_view text, std::string_view language, const Pinyin& pinyin);

/// All words of all voices, as a log shows them.
std::string joined(const std::vector<Run>& runs);

} // namespace kiosk::speech
