// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// Called on a worker when the authority, or the outbox for it, has it; with an error where neither
/// could.
using Recorded = std::function<void(const Result<>&)>;

/// The authority hears how many pages of a copy came out (0 voids it): at once if it can be
/// reached, otherwise from the outbox, sealed and durable. Returns at once; the work happens on the
/// workers. Loop thread only.
void confirmCopy(
    Workplace& at, const std::string& regionCode, const std::string& copyNumber, int pages,
    const Recorded& recorded = [](const Result<>&) {});

} // namespace kiosk::visit
