// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/command.h"
#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// One copy on its way into the printer, with all that trying again takes.
struct HandOver {
    std::string copyNumber;
    std::string regionCode;
    drivers::PrintDocument sheet;
    SteadyTime patienceEnds; ///< of whoever waits for a busy printer
    enum class Noted { nowhere, reserved, committed } noted = Noted::nowhere; ///< in the ledger

    /// Once it is committed the life pages noted with it must be the last before its own.
    bool mayBeTriedAgain() const { return noted != Noted::committed; }
};

/// Hands the sheet to the printer: the intent is durable before the first byte, and what an earlier
/// start left open is settled before the printer moves. Returns the job's id. After
/// "printer.busy" (wait) a `copy` that mayBeTriedAgain() may. On the printer's worker.
Result<int> handOver(Workplace& at, HandOver& copy, const std::stop_token& stop);

} // namespace kiosk::visit
