// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/escpos/codec/status.h"

namespace kiosk::drivers::escpos {

AnswerKind kindOf(std::byte answer) {
    constexpr std::byte kStatusMask{0b1001'0011};
    constexpr std::byte kStatusMark{0b0001'0010};
    constexpr std::byte kQueuedMask{0b1001'0000};
    if ((answer & kStatusMask) == kStatusMark)
        return AnswerKind::status;
    return (answer & kQueuedMask) == std::byte{} ? AnswerKind::queued : AnswerKind::noise;
}

void takeStatus(StatusPart part, std::byte answer, Condition& condition) {
    if (kindOf(answer) != AnswerKind::status)
        return;
    const auto anyOf = [answer](unsigned char bits) {
        return (answer & std::byte{bits}) != std::byte{};
    };
    switch (part) {
    case StatusPart::printer:
        condition.offline = anyOf(0x08);
        condition.awaitsRecovery = anyOf(0x20);
        return;
    case StatusPart::offlineCause: // a roll that has ended shows here also without an end sensor
        condition.coverOpen = anyOf(0x04);
        condition.paperOut |= anyOf(0x20);
        return;
    case StatusPart::error:
        condition.jammed = anyOf(0x04);
        condition.cutterJammed = anyOf(0x08);
        condition.broken = anyOf(0x20);
        condition.tooHot = anyOf(0x40);
        return;
    case StatusPart::paper:
        condition.paperLow = anyOf(0x0C);
        condition.paperOut |= anyOf(0x60);
        return;
    }
}

} // namespace kiosk::drivers::escpos
