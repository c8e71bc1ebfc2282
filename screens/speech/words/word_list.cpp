// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/words/word_list.h"

#include <algorithm>

#include "firmware/base/files.h"
#include "firmware/base/text.h"

namespace kiosk::speech {
namespace {

constexpr std::size_t kMostBytes = 1U << 20;

bool isSyllable(std::string_view word) {
    if (word.size() < 2 || word.back() < '1' || word.back() > '5')
        return false;
    word.remove_suffix(1);
    return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string_view> wordsOf(std::string_view line) {
    std::vector<std::string_view> words = split(line.substr(0, line.find('#')), ' ');
    std::erase_if(words, [](std::string_view word) { return trimmed(word).empty(); });
    return words;
}

} // namespace

Result<WordList> WordList::load(const std::filesystem::path& file) {
    const Bytes bytes = TRY(readFile(file, kMostBytes));
    const std::string content = toText(bytes);
    WordList list;
    int number = 0;
    for (const std::string_view line : split(content, '\n')) {
        ++number;
        const auto words = wordsOf(line);
        if (words.empty())
            continue;
        const std::u32string word = codePoints(words.front());
        const std::vector<std::string> syllables(words.begin() + 1, words.end());
        if (syllables.size() != word.size() || !std::ranges::all_of(syllables, isSyllable))
            return fail(ErrorKind::configuration, "speech.words", Remedy::configuration,
                        file.filename().string() + ", line " + std::to_string(number));
        list.longest_ = std::max(list.longest_, word.size());
        list.words_.insert_or_assign(word, syllables);
    }
    return list;
}

WordList::Hit WordList::longestAt(std::u32string_view text) const {
    for (std::size_t length = std::min(longest_, text.size()); length > 0; --length)
        if (const auto hit = words_.find(text.substr(0, length)); hit != words_.end())
            return {length, &hit->second};
    return {};
}

} // namespace kiosk::speech
