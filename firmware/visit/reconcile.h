// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// Compares what the printer says it has printed in its life with what the kiosk printed, as far as
/// it is idle and counts (S4). Pages that nobody here knows of are for field staff, in the log and
/// in `kioskctl status`; no citizen is told. On the printer's worker.
void reconcilePages(Workplace& at, const drivers::PrinterStatus& status);

} // namespace kiosk::visit
