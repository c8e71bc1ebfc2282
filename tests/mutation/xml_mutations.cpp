// SPDX-License-Identifier: Apache-2.0
#include "tests/mutation/byte_mutations.h"
#include "tests/mutation/package_mutations.h"
#include "tests/mutation/xml_edit.h"

namespace kiosk::tests::mutation {

namespace {

std::string& anyXml(Entries& entries, Dice& dice) {
    while (true) {
        auto& [name, content] = dice.pick(entries);
        if (name.ends_with(".xml"))
            return content;
    }
}

/// A letter or digit becomes another one; XML stays XML.
void changeLetter(std::string& xml, const Stretch& stretch, Dice& dice) {
    constexpr std::string_view kLetters = "0123456789abcxyzABCXYZ/.# -";
    if (stretch.size() == 0) {
        xml.insert(stretch.begin, 1, dice.pick(kLetters));
        return;
    }
    const std::size_t at = stretch.begin + dice.roll(stretch.size());
    const char letter = dice.pick(kLetters);
    if (dice.oneIn(3))
        xml.insert(at, 1, letter);
    else if (static_cast<unsigned char>(xml[at]) < 0x80)
        xml[at] = xml[at] == letter ? '7' : letter;
}

/// Does something with one of the stretches that `find` sees in any file.
template <typename Change>
void changeOne(Entries& entries, Dice& dice, std::vector<Stretch> (*find)(std::string_view),
               Change change) {
    std::string& xml = anyXml(entries, dice);
    const auto found = find(xml);
    if (!found.empty())
        change(xml, dice.pick(found));
}

} // namespace

void changeAttribute(Entries& entries, Dice& dice, const World&) {
    changeOne(entries, dice, attributeValuesIn,
              [&](std::string& xml, const Stretch& value) { changeLetter(xml, value, dice); });
}

void changeText(Entries& entries, Dice& dice, const World&) {
    changeOne(entries, dice, textsIn,
              [&](std::string& xml, const Stretch& text) { changeLetter(xml, text, dice); });
}

void removeElement(Entries& entries, Dice& dice, const World&) {
    changeOne(entries, dice, elementsIn, [](std::string& xml, const Stretch& element) {
        xml.erase(element.begin, element.size());
    });
}

void repeatElement(Entries& entries, Dice& dice, const World&) {
    changeOne(entries, dice, elementsIn, [&](std::string& xml, const Stretch& element) {
        std::string copy = xml.substr(element.begin, element.size());
        if (const auto texts = textsIn(copy); !texts.empty() && dice.oneIn(2))
            changeLetter(copy, dice.pick(texts), dice);
        xml.insert(dice.oneIn(2) ? element.begin : element.end, copy);
    });
}

void moveElement(Entries& entries, Dice& dice, const World&) {
    changeOne(entries, dice, elementsIn, [&](std::string& xml, const Stretch& element) {
        const std::string moved = xml.substr(element.begin, element.size());
        xml.erase(element.begin, element.size());
        if (const auto others = elementsIn(xml); !others.empty())
            xml.insert(dice.pick(others).begin, moved);
    });
}

void redirectReference(Entries& entries, Dice& dice, const World&) {
    changeOne(entries, dice, referencesIn, [&](std::string& xml, const Stretch& reference) {
        const std::string& other = dice.pick(entries).first;
        xml.replace(reference.begin, reference.size(), (dice.oneIn(2) ? "/" : "") + other);
    });
}

} // namespace kiosk::tests::mutation
