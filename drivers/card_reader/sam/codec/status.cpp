// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/codec/status.h"

#include <algorithm>
#include <array>

namespace kiosk::drivers::sam {

namespace {

struct Row {
    std::uint8_t status;
    StatusMeaning meaning;
};

constexpr std::array kTable{
    Row{kDone, {}},
    Row{kCardFound, {}},
    Row{kNoCard, {CardTrouble::removed}},
    Row{0x10, {CardTrouble::garbled, Recovery::resend}}, // check byte of our frame
    Row{0x11, {CardTrouble::unexpectedStatus}},          // length of our frame
    Row{kUnknownCommand, {CardTrouble::unexpectedStatus}},
    Row{0x23, {CardTrouble::unexpectedStatus}}, // not allowed
    Row{0x24, {CardTrouble::readFailed, Recovery::resetModule}},
    Row{0x31, {CardTrouble::refused}},    // card refused the module
    Row{0x32, {CardTrouble::refused}},    // module refused the card
    Row{0x33, {CardTrouble::refused}},    // information verification
    Row{0x37, {CardTrouble::refused}},    // fingerprint verification
    Row{0x3F, {CardTrouble::readFailed}}, // information length
    Row{0x40, {CardTrouble::wrongKind}},
    Row{0x41, {CardTrouble::readFailed}},
    Row{0x47, {CardTrouble::readFailed, Recovery::resetModule}}, // random number
    Row{0x60, {CardTrouble::selfTest}},
    Row{0x66, {CardTrouble::notAuthorised}},
    Row{0x81, {CardTrouble::selectFailed}},
    Row{kNoSuchItem, {CardTrouble::readFailed}},
};

} // namespace

StatusMeaning meaningOf(std::uint8_t status) {
    const auto row = std::ranges::find(kTable, status, &Row::status);
    return row == kTable.end() ? StatusMeaning{CardTrouble::unexpectedStatus} : row->meaning;
}

} // namespace kiosk::drivers::sam
