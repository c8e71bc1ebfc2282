// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/recording/test/person_search.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "firmware/base/text.h"
#include "tests/conformance/recording/recording.h"

namespace kiosk::tests {

namespace {

constexpr std::size_t kPhotoPart = 8;

std::string dateText(std::chrono::year_month_day date) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

/// How many characters of this kind in a row give a text away.
std::size_t tellingLength(char32_t first) {
    constexpr char32_t kFirstChinese = 0x2E80;
    constexpr std::size_t kChinese = 2;
    constexpr std::size_t kDigits = 6;
    constexpr std::size_t kLetters = 5;
    if (first >= kFirstChinese)
        return kChinese;
    return first >= U'0' && first <= U'9' ? kDigits : kLetters;
}

/// The parts of a text that give it away, each of one kind of characters, and the whole.
std::vector<std::string> tellingParts(std::u32string_view text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto part = text.substr(at, tellingLength(text[at]));
        const bool ofOneKind = std::ranges::all_of(
            part, [&](char32_t c) { return tellingLength(c) == tellingLength(text[at]); });
        if (ofOneKind && part.size() == tellingLength(text[at]))
            parts.push_back(toUtf8(part));
    }
    if (text.size() > 1)
        parts.push_back(toUtf8(text));
    return parts;
}

std::vector<Bytes> encodingsOf(const std::string& text) {
    const Bytes little = utf16LeFromUtf8(text);
    Bytes big = little;
    for (std::size_t at = 0; at + 1 < big.size(); at += 2)
        std::swap(big[at], big[at + 1]);
    return {toBytes(text), little, big};
}

/// Where persons are looked for: the text, and all bytes it tells of, one after another.
class Haystack {
public:
    explicit Haystack(const std::string& text) : lines_(text) {
        Recording recording = parseRecording(text).value();
        for (Event& event : recording.events)
            if (auto* transfer = std::get_if<Transfer>(&event)) {
                for (const auto& byte : transfer->bytes)
                    if (byte)
                        bytes_.push_back(*byte);
                transfer->bytes.clear();
            }
        hex_ = toHex(bytes_);
        words_ = textOf(recording);
    }
    bool has(const Bytes& needle) const {
        const std::string hex = toHex(needle);
        return lines_.find(hex) != std::string::npos || hex_.find(hex) != std::string::npos ||
               words_.find(toText(needle)) != std::string::npos;
    }
    bool hasPartOf(const std::string& field) const {
        for (const std::string& part : tellingParts(codePoints(field)))
            for (const Bytes& needle : encodingsOf(part))
                if (has(needle))
                    return true;
        return false;
    }
    bool hasPartOf(const Bytes& photo) const {
        for (std::size_t at = 0; at + kPhotoPart <= photo.size(); ++at)
            if (has(Bytes(photo.begin() + static_cast<std::ptrdiff_t>(at),
                          photo.begin() + static_cast<std::ptrdiff_t>(at + kPhotoPart))))
                return true;
        return false;
    }

private:
    std::string lines_; ///< the text as it is
    Bytes bytes_;
    std::string hex_;   ///< of all bytes
    std::string words_; ///< the text without its bytes: their digits are no text
};

} // namespace

std::vector<std::string> fieldsIn(const std::string& recordingText, const drivers::IdCard& card) {
    const Haystack haystack(recordingText);
    std::vector<std::string> found;
    const auto look = [&](const char* name, const auto& field) {
        if (haystack.hasPartOf(field))
            found.emplace_back(name);
    };
    look("name", card.name);
    look("english name", card.englishName);
    look("birth", dateText(card.birth));
    look("address", card.address);
    look("newest address", card.newestAddress);
    look("number", card.number);
    look("issuer", card.issuer);
    look("valid from", dateText(card.validFrom));
    if (card.validUntil)
        look("valid until", dateText(*card.validUntil));
    look("pass number", card.passNumber);
    look("photo", card.photo);
    return found;
}

} // namespace kiosk::tests
