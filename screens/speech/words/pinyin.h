// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"

namespace kiosk::speech {

/// How Chinese is read: pinyin with the tone as a digit, 5 for none, syllables apart.
struct Reading {
    std::string pinyin;
    /// Characters that nobody here can read (A73). They are spoken as 生僻字 with their code point.
    std::vector<char32_t> unread;
};

/// Reads Chinese by ICU's transliteration, corrected by a list of words of ours. Thread-safe once
/// loaded.
class Pinyin {
public:
    /// `folder` holds words.txt and surnames.txt (assets/speech). Errors: "speech.words" with file
    /// and line (configuration), "speech.no-readings" where ICU's data is missing (technician).
    static Result<Pinyin> load(const std::filesystem::path& folder);
    ~Pinyin();
    Pinyin(Pinyin&&) noexcept;
    Pinyin& operator=(Pinyin&&) noexcept;

    /// Any text in Chinese, without digits and Latin letters. A stretch of two to four characters
    /// that begins with a surname of a reading of its own, and is no listed word, is read as a
    /// name: 单 is shan4 and 区 ou1 there. Punctuation becomes what a voice pauses at.
    Reading read(std::string_view chinese) const;

private:
    struct Tables;
    explicit Pinyin(std::unique_ptr<const Tables> tables);
    std::unique_ptr<const Tables> tables_;
};

} // namespace kiosk::speech
