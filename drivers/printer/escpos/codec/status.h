// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

/// What an ESC/POS printer says of itself, a byte at a time. Pure functions; bytes from outside.
namespace kiosk::drivers::escpos {

/// The parts of the real-time status (DLE EOT n).
enum class StatusPart : unsigned char { printer = 1, offlineCause = 2, error = 3, paper = 4 };

/// What a byte from the printer can be. Real-time status has bits 1 and 4 set, 0 and 7 clear; the
/// answer to a queued question has 4 and 7 clear. Flow control, automatic status and line noise
/// are neither.
enum class AnswerKind { status, queued, noise };
AnswerKind kindOf(std::byte answer);

/// All parts together. What a printer has no sensor for never shows.
struct Condition {
    bool offline = false;
    bool awaitsRecovery = false;
    bool coverOpen = false;
    bool paperLow = false;
    bool paperOut = false;
    bool jammed = false;       ///< paper in the way of the head or the carriage
    bool cutterJammed = false; ///< paper in the way of the knife
    bool broken = false;       ///< not to be recovered from
    bool tooHot = false;       ///< recovers by itself

    bool operator==(const Condition&) const = default;
};

/// Takes one part's answer into `condition`. A byte that is no status changes nothing.
void takeStatus(StatusPart part, std::byte answer, Condition& condition);

} // namespace kiosk::drivers::escpos
