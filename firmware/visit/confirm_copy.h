// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// The authority hears how many pages of a copy came out (0 voids it): at once if it can be
/// reached, otherwise from the outbox, sealed and durable. Returns at once; the work happens on the
/// workers.
void confirmCopy(Workplace& at, const std::string& regionCode, const std::string& copyNumber,
                 int pages);

/// After a start: settles every copy that was under way when the kiosk ended. Never sends a byte to
/// the printer (D9): the life counter and the job say what came out, what nobody knows is voided.
void settleInterruptedCopies(Workplace& at);

} // namespace kiosk::visit
