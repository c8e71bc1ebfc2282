// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/rules/text_rules.h"

#include <algorithm>
#include <array>

#include "firmware/base/text.h"
#include "screens/kit/words.h"

namespace kiosk::test {
namespace {

using kit::Node;
using kit::TypeRole;

constexpr double kCapitalShareOfEm = 0.714;
constexpr double kTolerance = 0.3;     ///< one pixel of rounding
constexpr double kOverhangOfEm = 0.15; ///< above and below
constexpr double kTailOfEm = 0.3;      ///< the foot of a J, the tail of a ې reach beside their line

struct Band {
    double least;
    double most;
};
/// Height of a capital H in millimetres, by text size (VVSG 2.0 7.1-G).
constexpr std::array<Band, 4> kBands{{{3.5, 4.2}, {4.8, 5.6}, {6.4, 7.1}, {8.5, 9.0}}};
constexpr double kLeastOfAll = 3.5;

void checkHeight(const Node& node, visit::TextSize size, Findings& broken) {
    const double capital = node.look.text->em * kCapitalShareOfEm;
    const Band band = kBands[static_cast<std::size_t>(size)];
    const TypeRole role = node.look.text->type;
    const bool isPlain = role == TypeRole::body || role == TypeRole::note;
    if (capital < kLeastOfAll - 0.001)
        broken.push_back(kit::format("A2 text too small: {}", nameOf(node)));
    if (capital < band.least - 0.001 || (isPlain && capital > band.most + 0.001))
        broken.push_back(kit::format("A1 text outside the band of its size: {}", nameOf(node)));
}

bool isArabic(char32_t point) {
    return (point >= 0x600 && point < 0x700) || (point >= 0xFB50 && point < 0xFE00) ||
           (point >= 0xFE70 && point < 0xFF00);
}

bool isDigit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

bool isLatin(char32_t point) {
    return (point >= U'A' && point <= U'Z') || (point >= U'a' && point <= U'z');
}

/// The marks that join digits to a date, a time, a number in groups, a masked number.
bool isJoiner(char32_t point) {
    return std::u32string_view(U"-/:*").find(point) != std::u32string_view::npos;
}

bool isHanOrTibetan(char32_t point) {
    return (point >= 0x0F40 && point < 0x0FBD) || (point >= 0x3400 && point < 0xA000) ||
           point >= 0x20000;
}

/// Whether words stand there too: "A7K2-0000-1234" alone is a value, not a sentence.
bool holdsWords(std::u32string_view text) {
    bool letter = false;
    bool number = false;
    for (const char32_t point : text) {
        if (isHanOrTibetan(point) || isArabic(point) || (point == U' ' && letter && !number))
            return true;
        if (point == U' ')
            letter = number = false;
        letter = letter || isLatin(point);
        number = number || isDigit(point) || isJoiner(point);
    }
    return letter && !number;
}

/// What stands outside every isolate; a space where one was.
std::u32string outsideIsolates(std::string_view text) {
    std::u32string outside;
    int depth = 0;
    for (const char32_t point : codePoints(text)) {
        if (point >= 0x2066 && point <= 0x2068)
            ++depth;
        else if (point == 0x2069)
            depth = std::max(0, depth - 1);
        else if (depth == 0)
            outside += point;
    }
    return outside;
}

bool holdsJoinedDigits(std::u32string_view text) {
    for (std::size_t at = 1; at + 1 < text.size(); ++at)
        if (isJoiner(text[at]) && (isDigit(text[at - 1]) || isJoiner(text[at - 1])) &&
            (isDigit(text[at + 1]) || isJoiner(text[at + 1])))
            return true;
    return false;
}

} // namespace

bool lacksIsolate(std::string_view text, bool isRightToLeft) {
    const std::u32string outside = outsideIsolates(text);
    if (isRightToLeft ? std::ranges::none_of(outside, isArabic) : !holdsWords(outside))
        return false;
    if (holdsJoinedDigits(outside))
        return true;
    return isRightToLeft &&
           (std::ranges::any_of(outside, isDigit) || std::ranges::any_of(outside, isLatin));
}

const TextRules::Measured& TextRules::measured(const Placed& entry, double width) {
    const kit::TextStyle& style = *entry->look.text;
    const Key key{entry->name, entry.lang, style.em, static_cast<int>(style.weight), width};
    if (const auto known = known_.find(key); known != known_.end())
        return known->second;
    Measured result;
    result.lines = typesetter_.measure(entry->name, style, entry.lang, width);
    result.ink =
        typesetter_.ink(entry->name, style, entry.lang, {0, 0, width, result.lines.height});
    result.complete = typesetter_.missingGlyphs(entry->name, entry.lang) == 0;
    result.sans = std::ranges::all_of(
        typesetter_.families(entry->name, style, entry.lang), [](const std::string& family) {
            // The only faces their scripts have here: Arabic and Tibetan know no sans, and the
            // rarest Han characters are in one font alone.
            return family.starts_with("Noto Sans") || family == "Noto Naskh Arabic" ||
                   family == "Noto Serif Tibetan" || family == "HanaMinB" ||
                   family == "BabelStone Han";
        });
    return known_.emplace(key, result).first->second;
}

void TextRules::checkBox(const Placed& entry, Findings& broken) {
    const auto inner = entry->bounds.inside(entry->box.padding);
    const Measured& text = measured(entry, inner.width);
    const auto report = [&](std::string_view rule) {
        broken.push_back(kit::format("{}: {}", rule, nameOf(*entry)));
    };
    if (text.lines.width > inner.width + kTolerance ||
        text.lines.height > inner.height + kTolerance)
        report("A9 text is clipped");
    const double over = entry->look.text->em * kOverhangOfEm;
    const double above = (inner.height - text.lines.height) / 2; // written in the middle
    const double beside = entry->look.text->em * kTailOfEm;
    if (text.ink.x < -beside || text.ink.right() > inner.width + beside ||
        text.ink.y + above < -over || text.ink.bottom() + above > inner.height + over)
        report("A9 ink outside its box");
    if (!text.complete)
        report("A72 characters without a glyph");
    if (!text.sans)
        report("A5 not a sans-serif face");
}

Findings TextRules::broken(const std::vector<Placed>& screen, visit::TextSize size) {
    Findings broken;
    for (const Placed& entry : screen) {
        const bool isRightToLeft = entry.lang == "ug";
        for (const std::string* words : {&entry->name, &entry->value})
            if (lacksIsolate(*words, isRightToLeft))
                broken.push_back(kit::format("A74 value without an isolate: {}", *words));
        if (!entry->look.text || entry->name.empty())
            continue;
        checkHeight(*entry, size, broken);
        checkBox(entry, broken);
    }
    return broken;
}

} // namespace kiosk::test
