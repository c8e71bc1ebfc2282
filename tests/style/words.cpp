// SPDX-License-Identifier: Apache-2.0
#include "tests/style/words.h"

#include <algorithm>
#include <cctype>
#include <ranges>

#include "tests/style/plain_code.h"

namespace kiosk::style {
namespace {

// In two parts, so that this file has only one line that says it.
constexpr std::string_view kLicenceLine = "SPDX-License-"
                                          "Identifier: Apache-2.0";
constexpr std::size_t kLicenceLineWithin = 2;

char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

std::string lowered(std::string_view text) {
    std::string low(text);
    std::ranges::transform(low, low.begin(), lower);
    return low;
}

bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}

/// "gadget" is a part of our_gadget, gadgetName, GadgetName; not of gadgetry.
bool hasNamePart(std::string_view line, const std::string& word) {
    const std::string low = lowered(line);
    for (auto at = low.find(word); at != std::string::npos; at = low.find(word, at + 1)) {
        const bool begins = at == 0 || !isLower(low[at - 1]) || !isLower(line[at]);
        const auto end = at + word.size();
        const bool ends = end == low.size() || !isLower(line[end]);
        if (begins && ends)
            return true;
    }
    return false;
}

bool says(std::string_view line, const ForbiddenWord& word) {
    return word.place == ForbiddenWord::Place::name
               ? hasNamePart(line, word.word)
               : lowered(line).find(word.word) != std::string::npos;
}

void checkWord(const SourceFile& file, const ForbiddenWord& word, Findings& findings) {
    const std::string what = "\"" + word.word + "\": " + word.instead;
    if (hasNamePart(file.path, word.word))
        findings.push_back({file.path, 0, what});
    const bool name = word.place == ForbiddenWord::Place::name;
    if (name && !isCpp(file.path))
        return;
    const std::string text = name ? plainCode(file.text) : file.text;
    std::size_t number = 0;
    for (const auto line : linesOf(text)) {
        ++number;
        if (says(line, word))
            findings.push_back({file.path, number, what});
    }
}

} // namespace

std::vector<ForbiddenWord> parseForbiddenWords(std::string_view table) {
    std::vector<ForbiddenWord> words;
    for (const auto entry : entriesOf(table)) {
        const auto parts = wordsOf(entry);
        if (parts.size() < 3)
            continue;
        const auto instead = entry.substr(static_cast<std::size_t>(parts[2].data() - entry.data()));
        words.push_back(
            {lowered(parts[1]),
             parts[0] == "name" ? ForbiddenWord::Place::name : ForbiddenWord::Place::text,
             std::string(instead)});
    }
    return words;
}

Findings checkWords(const Tree& tree, const std::vector<ForbiddenWord>& words) {
    Findings findings;
    for (const auto& file : tree)
        // The rules and their own tests have to say the words.
        if (!isBelow(file.path, "tests/style"))
            for (const auto& word : words)
                checkWord(file, word, findings);
    return findings;
}

Findings checkLicenceLines(const Tree& tree) {
    Findings findings;
    for (const auto& file : tree) {
        if (!isCpp(file.path) && !isCMake(file.path) && !isScript(file))
            continue;
        const auto lines = linesOf(file.text);
        const auto says = [](std::string_view line) { return line.ends_with(kLicenceLine); };
        const auto opening = lines | std::views::take(kLicenceLineWithin);
        if (std::ranges::none_of(opening, says))
            findings.push_back({file.path, 1, "begins without the licence line"});
        if (std::ranges::count_if(lines, says) > 1)
            findings.push_back({file.path, 1, "says its licence more than once"});
    }
    return findings;
}

} // namespace kiosk::style
