// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/words/runs.h"

#include <algorithm>
#include <array>
#include <optional>

#include "firmware/base/text.h"
#include "screens/speech/words/tokens.h"
#include "screens/speech/words/wording.h"

namespace kiosk::speech {
namespace {

constexpr std::array<std::string_view, 4> kSpoken{"zh-CN", "zh-Hant", "en", "ug"};

Voice voiceOf(std::string_view language) {
    if (language.starts_with("zh"))
        return Voice::mandarin;
    return language == "ug" ? Voice::uyghur : Voice::english;
}

bool isArabic(char32_t point) {
    return (point >= 0x620 && point <= 0x6FF) || (point >= 0xFB50 && point <= 0xFEFC);
}

/// Nothing where any voice will do: spaces, digits, punctuation.
std::optional<Voice> voiceFor(char32_t point) {
    if (isHan(point))
        return Voice::mandarin;
    if (isArabic(point))
        return Voice::uyghur;
    if (isLatin(point))
        return Voice::english;
    return std::nullopt;
}

struct Stretch {
    Voice voice;
    std::u32string text;
};

std::vector<Stretch> stretchesOf(std::u32string_view text, Voice first) {
    std::vector<Stretch> stretches;
    for (const char32_t point : text) {
        const Voice before = stretches.empty() ? first : stretches.back().voice;
        const Voice voice = voiceFor(point).value_or(before);
        if (stretches.empty() || voice != before)
            stretches.push_back({voice, {}});
        stretches.back().text += point;
    }
    return stretches;
}

bool sounds(std::string_view words) {
    const std::u32string points = codePoints(words);
    return std::ranges::any_of(
        points, [](char32_t point) { return voiceFor(point).has_value() || isDigit(point); });
}

} // namespace

bool isSpoken(std::string_view language) {
    return std::ranges::find(kSpoken, language) != kSpoken.end();
}

SpokenForm spokenForm(std::string_view text, std::string_view language, const Pinyin& pinyin) {
    const std::u32string words = codePoints(worded(text, language));
    SpokenForm form;
    for (const Stretch& stretch : stretchesOf(words, voiceOf(language))) {
        Run run{stretch.voice, toUtf8(stretch.text)};
        if (run.voice == Voice::mandarin) {
            Reading reading = pinyin.read(run.words);
            run.words = std::move(reading.pinyin);
            form.unread.insert(form.unread.end(), reading.unread.begin(), reading.unread.end());
        }
        if (sounds(run.words))
            form.runs.push_back(std::move(run));
    }
    return form;
}

std::string joined(const std::vector<Run>& runs) {
    std::string all;
    for (const Run& run : runs)
        all += (all.empty() ? "" : " ") + std::string(trimmed(run.words));
    return all;
}

} // namespace kiosk::speech
