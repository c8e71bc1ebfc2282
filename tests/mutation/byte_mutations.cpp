// SPDX-License-Identifier: Apache-2.0
#include "tests/mutation/byte_mutations.h"

#include <array>

namespace kiosk::tests::mutation {

namespace {

char randomByte(Dice& dice) {
    return static_cast<char>(dice.roll(256));
}

} // namespace

void flipByte(std::string& bytes, Dice& dice) {
    if (bytes.empty())
        return insertByte(bytes, dice);
    char& byte = dice.pick(bytes);
    byte = static_cast<char>(byte ^ static_cast<char>(1 + dice.roll(255)));
}

void insertByte(std::string& bytes, Dice& dice) {
    bytes.insert(dice.roll(bytes.size() + 1), 1, randomByte(dice));
}

void removeBytes(std::string& bytes, Dice& dice) {
    if (bytes.empty())
        return insertByte(bytes, dice);
    const std::size_t at = dice.roll(bytes.size());
    bytes.erase(at, dice.oneIn(4) ? 1 + dice.roll(64) : 1);
}

/// Two neighbours that differ; a byte is flipped where all are alike.
void swapBytes(std::string& bytes, Dice& dice) {
    for (std::size_t tries = 0; tries < 8 && bytes.size() > 1; ++tries) {
        const std::size_t at = dice.roll(bytes.size() - 1);
        if (bytes[at] != bytes[at + 1])
            return std::swap(bytes[at], bytes[at + 1]);
    }
    flipByte(bytes, dice);
}

void changeBytes(std::string& bytes, Dice& dice) {
    constexpr std::array kChanges{flipByte, insertByte, removeBytes, swapBytes};
    kChanges.at(dice.roll(kChanges.size()))(bytes, dice);
}

} // namespace kiosk::tests::mutation
