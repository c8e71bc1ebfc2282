// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/typed_step.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "firmware/base/text.h"

namespace kiosk::bench {

namespace {

using nlohmann::json;

struct Typed {
    std::string word;
    std::string value;
};

/// The first word, and what follows it.
Typed cut(std::string_view line) {
    const std::string_view all = trimmed(line);
    const std::size_t blank = std::min(all.find(' '), all.size());
    return {std::string(all.substr(0, blank)), std::string(trimmed(all.substr(blank)))};
}

Typed inFull(Typed typed) {
    if (typed.word == "card")
        return {"layCard", std::move(typed.value)};
    if (typed.word == "lift")
        return {"liftCard", std::move(typed.value)};
    if (typed.word == "code")
        return {"showCode", typed.value.empty()     ? "last-sheet"
                            : typed.value == "none" ? ""
                                                    : std::move(typed.value)};
    return typed;
}

/// "林云舒 expired" is a card of a person.
json cardOf(const std::string& value) {
    const Typed parts = cut(value);
    if (parts.value.empty())
        return value;
    return {{"person", parts.word}, {"card", parts.value}};
}

json seenOf(const std::string& value) {
    const Typed parts = cut(value);
    if (parts.value.empty())
        return value;
    return {{"screen", parts.word}, {"text", parts.value}};
}

json valueOf(const Typed& typed) {
    if (typed.word == "layCard")
        return cardOf(typed.value);
    if (typed.word == "see")
        return seenOf(typed.value);
    if (typed.word == "wait") {
        const auto seconds = parseInteger(typed.value);
        return seconds ? json(*seconds) : json(typed.value);
    }
    if (typed.word == "showCode")
        return typed.value;
    return typed.value.empty() ? json(true) : json(typed.value);
}

constexpr auto kWords = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"touch NAME", "press what is called so, or the button with these words"},
    {"card PERSON", "lay the card of a person of the sandbox: 林云舒; \"card PERSON expired\""},
    {"lift", "lift it"},
    {"breakRead HOW", "the next read goes wrong: checkSum, unplugged"},
    {"code", "hold the last sheet's code before the camera; \"code TEXT\", \"code none\""},
    {"see SCREEN", "wait for a screen; \"see SCREEN TEXT\": for one with this text"},
    {"wait SECONDS", "let time pass"},
});

std::string row(std::string_view typed, std::string_view means) {
    constexpr std::size_t kColumn = 24;
    std::string line = "  " + std::string(typed);
    line.resize(std::max(line.size() + 1, kColumn), ' ');
    return line + std::string(means) + "\n";
}

} // namespace

Result<Play> typedStep(std::string_view line) {
    if (trimmed(line).starts_with('{'))
        return parseStep(line);
    const Typed typed = inFull(cut(line));
    return parseStep(json{{typed.word, valueOf(typed)}}.dump());
}

std::string typedWords() {
    std::string all;
    for (const auto& [typed, means] : kWords)
        all += row(typed, means);
    std::string_view group;
    for (const Act& act : acts()) {
        if (act.what == Happening::cardLifted)
            continue; // above
        if (act.group != group)
            all += "  – " + std::string(group = act.group) + "\n";
        all += row(std::string(act.word) + " " + std::string(act.how), act.button);
    }
    return all;
}

} // namespace kiosk::bench
