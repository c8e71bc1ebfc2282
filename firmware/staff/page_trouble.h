// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/printing/print_job.h"

namespace kiosk::staff {

/// Why a page of the staff's does not come out.
inline Error troubleAt(printing::PrintPhase phase) {
    using printing::PrintPhase;
    switch (phase) {
    case PrintPhase::needsPaper:
        return {ErrorKind::device, "printer.paper-out", Remedy::attendant};
    case PrintPhase::jammed:
        return {ErrorKind::device, "printer.paper-jam", Remedy::attendant};
    case PrintPhase::coverOpen:
        return {ErrorKind::device, "printer.cover-open", Remedy::attendant};
    default:
        return {ErrorKind::device, "printer.not-ready", Remedy::technician};
    }
}

} // namespace kiosk::staff
