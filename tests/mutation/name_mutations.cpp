// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cctype>

#include "tests/mutation/byte_mutations.h"
#include "tests/mutation/package_mutations.h"

namespace kiosk::tests::mutation {

namespace {

std::string otherCase(std::string name, Dice& dice) {
    char& letter = dice.pick(name);
    const auto code = static_cast<unsigned char>(letter);
    letter = static_cast<char>(std::isupper(code) != 0 ? std::tolower(code) : std::toupper(code));
    return name;
}

/// Full-width letters and a combining accent: the same to an eye or to a careless comparison.
std::string lookAlike(std::string name, Dice& dice) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPairs{
        {{"D", "\xEF\xBC\xA4"}, {"/", "\xEF\xBC\x8F"}, {"o", "o\xCC\x88"}, {"_", "\xEF\xBC\xBF"}}};
    const auto& [from, to] = dice.pick(kPairs);
    if (const std::size_t at = name.find(from); at != std::string::npos)
        name.replace(at, 1, to);
    return name;
}

/// The name with its folder repeated before it: where a reference that only fits from the root
/// would look first.
std::string deeper(const std::string& name) {
    return name.substr(0, name.find('/') + 1) + name;
}

std::string trickName(const std::string& name, Dice& dice) {
    switch (dice.roll(10)) {
    case 0:
    case 1:
        return otherCase(name, dice);
    case 2:
        return "./" + name;
    case 3:
        return "/" + name;
    case 4:
        return name + (dice.oneIn(2) ? " " : ".");
    case 5:
        return lookAlike(name, dice);
    case 6:
        return "Doc_0/../" + name;
    case 7:
        return deeper(name);
    case 8:
        return "Doc_0/Signs/Sign_0/" + name;
    default:
        return "Doc_0/Pages/Page_0/" + name;
    }
}

} // namespace

void shadowEntry(Entries& entries, Dice& dice, const World&) {
    auto [name, content] = dice.pick(entries);
    if (!dice.oneIn(4))
        changeBytes(content, dice);
    const std::string shadow = trickName(name, dice);
    entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(dice.roll(entries.size() + 1)),
                   {shadow, content});
}

void renameEntry(Entries& entries, Dice& dice, const World&) {
    auto& name = dice.pick(entries).first;
    name = trickName(name, dice);
}

void removeEntry(Entries& entries, Dice& dice, const World&) {
    entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(dice.roll(entries.size())));
}

} // namespace kiosk::tests::mutation
