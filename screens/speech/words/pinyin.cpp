// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/words/pinyin.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <mutex>
#include <optional>

#include <unicode/translit.h>

#include "firmware/base/text.h"
#include "screens/speech/words/tokens.h"
#include "screens/speech/words/word_list.h"

namespace kiosk::speech {
namespace {

using Syllables = std::vector<std::string>;

std::unexpected<Error> noReadings(UErrorCode code) {
    return fail(ErrorKind::configuration, "speech.no-readings", Remedy::technician,
                u_errorName(code));
}

/// One of ICU's ways from Chinese to pinyin. Transliterators are not thread-safe.
class IcuReading {
public:
    static Result<IcuReading> open(const char* rules) {
        UErrorCode code = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> opened(
            icu::Transliterator::createInstance(rules, UTRANS_FORWARD, code));
        if (U_FAILURE(code))
            return noReadings(code);
        return IcuReading(std::move(opened));
    }

    /// One syllable a character; nothing for one that ICU cannot read.
    std::vector<std::optional<std::string>> of(std::u32string_view han) const {
        auto read = together(han);
        if (read.size() == han.size())
            return read;
        read.clear();
        for (std::size_t at = 0; at < han.size(); ++at)
            read.push_back(alone(han[at]));
        return read;
    }

private:
    explicit IcuReading(std::unique_ptr<icu::Transliterator> opened) : icu_(std::move(opened)) {}

    std::string transliterated(std::u32string_view han) const {
        auto text = icu::UnicodeString::fromUTF8(toUtf8(han));
        icu_->transliterate(text);
        std::string result;
        text.toUTF8String(result);
        return result;
    }

    std::optional<std::string> alone(char32_t point) const {
        const std::string read = transliterated(std::u32string_view(&point, 1));
        return syllable(read);
    }

    /// Words of several characters are read better as a whole.
    std::vector<std::optional<std::string>> together(std::u32string_view han) const {
        std::vector<std::optional<std::string>> all;
        const std::string read = transliterated(han);
        for (const std::string_view word : split(read, ' '))
            all.push_back(syllable(word));
        return all;
    }

    static std::optional<std::string> syllable(std::string_view word) {
        const std::u32string points = codePoints(word);
        if (points.empty() || std::ranges::any_of(points, isHan))
            return std::nullopt;
        return std::string(word) + (isDigit(points.back()) ? "" : "5");
    }

    std::unique_ptr<icu::Transliterator> icu_;
};

bool is(const std::string& syllable, char tone) {
    return syllable.back() == tone;
}

/// 一 and 不 change their tone before another syllable; not in numbers and ordinals, where 一 is
/// counted.
void changeTones(std::u32string_view han, Syllables& syllables) {
    constexpr std::u32string_view kCounting = U"零〇一二三四五六七八九十百千第年月日点分幺";
    for (std::size_t at = 0; at + 1 < han.size(); ++at) {
        const bool fourth = is(syllables[at + 1], '4');
        if (han[at] == U'不' && fourth)
            syllables[at] = "bu2";
        const bool counted =
            kCounting.contains(han[at + 1]) || (at > 0 && kCounting.contains(han[at - 1]));
        if (han[at] == U'一' && !counted)
            syllables[at] = fourth ? "yi2" : "yi4";
    }
}

/// 生僻字 and the code point, digits and letters as they are called in Chinese (A73).
std::string calledByCode(char32_t point) {
    constexpr std::array<std::string_view, 16> kCodeDigits{
        "ling2", "yao1", "er4", "san1", "si4", "wu3", "liu4", "qi1",
        "ba1",   "jiu3", "ei1", "bi4",  "xi1", "di4", "yi4",  "ai2 fu5"};
    std::array<char, 12> digits{};
    std::snprintf(digits.data(), digits.size(), "%X", static_cast<unsigned>(point));
    std::string called = "sheng1 pi4 zi4 you1";
    for (const char digit : std::string_view(digits.data()))
        called.append(" ").append(
            kCodeDigits[static_cast<std::size_t>(digit <= '9' ? digit - '0' : digit - 'A' + 10)]);
    return called;
}

/// What a voice pauses at, or nothing.
std::string_view pause(char32_t point) {
    if (std::u32string_view(U"。！？…!?.\n").contains(point))
        return ".";
    return std::u32string_view(U"，、；：（）·,;:()—–-").contains(point) ? "," : "";
}

} // namespace

struct Pinyin::Tables {
    WordList words;
    WordList surnames; ///< of several characters
    IcuReading usual;
    IcuReading ofNames;
    mutable std::mutex mutex; ///< guards the two of ICU

    Tables(WordList listed, WordList longSurnames, IcuReading plain, IcuReading names)
        : words(std::move(listed)),
          surnames(std::move(longSurnames)),
          usual(std::move(plain)),
          ofNames(std::move(names)) {}

    Syllables syllablesOf(std::u32string_view han, std::vector<char32_t>& unread) const;
    std::size_t surnameOf(std::u32string_view han, Syllables& syllables) const;
    std::size_t takePlain(std::u32string_view han, Syllables& syllables,
                          std::vector<char32_t>& unread) const;
};

/// Reads a surname whose reading is its own, and says how many characters it has; 0 for anything
/// else.
std::size_t Pinyin::Tables::surnameOf(std::u32string_view han, Syllables& syllables) const {
    constexpr std::size_t kLongestName = 4;
    // Also surnames, but so seldom that a text beginning with them is rather no name.
    constexpr std::u32string_view kRatherWords = U"重长过种干折粘召靓峙舍刀秘";
    if (const auto surname = surnames.longestAt(han); surname.length > 0) {
        syllables = *surname.syllables;
        return surname.length;
    }
    if (han.size() < 2 || han.size() > kLongestName || kRatherWords.contains(han.front()))
        return 0;
    const auto first = han.substr(0, 1);
    const auto named = ofNames.of(first).front();
    if (!named || named == usual.of(first).front())
        return 0;
    syllables.push_back(*named);
    return 1;
}

/// Reads up to the next listed word and says how far that is.
std::size_t Pinyin::Tables::takePlain(std::u32string_view han, Syllables& syllables,
                                      std::vector<char32_t>& unread) const {
    std::size_t end = 1;
    while (end < han.size() && words.longestAt(han.substr(end)).length == 0)
        ++end;
    const auto read = usual.of(han.substr(0, end));
    for (std::size_t at = 0; at < end; ++at) {
        syllables.push_back(read[at].value_or(calledByCode(han[at])));
        if (!read[at])
            unread.push_back(han[at]);
    }
    return end;
}

/// One for each character.
Syllables Pinyin::Tables::syllablesOf(std::u32string_view han,
                                      std::vector<char32_t>& unread) const {
    Syllables syllables;
    std::size_t at = words.longestAt(han).length > 1 ? 0 : surnameOf(han, syllables);
    while (at < han.size()) {
        const auto hit = words.longestAt(han.substr(at));
        if (hit.length > 0)
            syllables.insert(syllables.end(), hit.syllables->begin(), hit.syllables->end());
        at += hit.length > 0 ? hit.length : takePlain(han.substr(at), syllables, unread);
    }
    changeTones(han, syllables);
    return syllables;
}

Pinyin::Pinyin(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Pinyin::~Pinyin() = default;
Pinyin::Pinyin(Pinyin&&) noexcept = default;
Pinyin& Pinyin::operator=(Pinyin&&) noexcept = default;

Result<Pinyin> Pinyin::load(const std::filesystem::path& folder) {
    auto words = TRY(WordList::load(folder / "words.txt"));
    auto surnames = TRY(WordList::load(folder / "surnames.txt"));
    auto usual = TRY(IcuReading::open("Han-Latin; Latin-NumericPinyin; NFC"));
    auto names = TRY(IcuReading::open("Han-Latin/Names; Latin-NumericPinyin; NFC"));
    return Pinyin(std::make_unique<const Tables>(std::move(words), std::move(surnames),
                                                 std::move(usual), std::move(names)));
}

Reading Pinyin::read(std::string_view chinese) const {
    const std::scoped_lock lock(tables_->mutex);
    const std::u32string points = codePoints(chinese);
    Reading reading;
    for (std::size_t at = 0; at < points.size();) {
        const auto rest = std::u32string_view(points).substr(at);
        const auto length =
            static_cast<std::size_t>(std::ranges::find_if_not(rest, isHan) - rest.begin());
        if (length == 0)
            reading.pinyin += pause(points[at]);
        else
            for (const std::string& syllable :
                 tables_->syllablesOf(rest.substr(0, length), reading.unread))
                reading.pinyin += (reading.pinyin.empty() ? "" : " ") + syllable;
        at += std::max<std::size_t>(length, 1);
    }
    return reading;
}

} // namespace kiosk::speech
