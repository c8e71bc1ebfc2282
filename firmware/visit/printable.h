// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "drivers/printer/printer.h"
#include "firmware/document/sheet/sheet.h"
#include "firmware/reading/reader.h"

namespace kiosk::visit {

/// The sheet as a printer is given it: as PDF, and for one that takes none as dots. Those are drawn
/// from that same PDF when the printer asks for them, band by band, behind the walls that files are
/// read behind; on the thread that asks, which may outlast the visit.
drivers::PrintDocument printable(std::shared_ptr<reading::Reader> documents, document::Sheet sheet,
                                 std::string jobName, WallTime now);

} // namespace kiosk::visit
