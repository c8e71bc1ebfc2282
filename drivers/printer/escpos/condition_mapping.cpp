// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/escpos/condition_mapping.h"

#include <array>

namespace kiosk::drivers::escpos {

namespace {

PaperState paperOf(const Condition& condition) {
    if (condition.jammed || condition.cutterJammed)
        return PaperState::jammed;
    if (condition.paperOut)
        return PaperState::out;
    return condition.paperLow ? PaperState::low : PaperState::full;
}

DeviceState deviceOf(const Condition& condition, PaperState paper) {
    if (condition.broken)
        return DeviceState::hardwareError;
    if (paper == PaperState::jammed || paper == PaperState::out || condition.coverOpen)
        return DeviceState::userError;
    if (condition.tooHot)
        return DeviceState::busy;
    return condition.offline || condition.awaitsRecovery ? DeviceState::offline
                                                         : DeviceState::online;
}

struct Word {
    bool Condition::* holds;
    std::string_view reason;
};
constexpr auto kWords = std::to_array<Word>({{&Condition::offline, "offline"},
                                             {&Condition::awaitsRecovery, "awaits-recovery"},
                                             {&Condition::coverOpen, "cover-open"},
                                             {&Condition::paperLow, "media-low"},
                                             {&Condition::paperOut, "media-empty"},
                                             {&Condition::jammed, "media-jam"},
                                             {&Condition::cutterJammed, "cutter-jam"},
                                             {&Condition::broken, "unrecoverable-failure"},
                                             {&Condition::tooHot, "head-over-temp"}});

} // namespace

PrinterStatus toStatus(const Condition& condition) {
    const PaperState paper = paperOf(condition);
    PrinterStatus status{
        .device = deviceOf(condition, paper), .paper = paper, .coverOpen = condition.coverOpen};
    for (const Word& word : kWords)
        if (condition.*word.holds)
            status.reasons.emplace_back(word.reason);
    return status;
}

} // namespace kiosk::drivers::escpos
