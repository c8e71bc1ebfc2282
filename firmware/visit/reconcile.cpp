// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/reconcile.h"

#include "firmware/base/log.h"

namespace kiosk::visit {

void reconcilePages(Workplace& at, const drivers::PrinterStatus& status) {
    if (status.device != drivers::DeviceState::online || !status.lifePages)
        return;
    // A ledger that cannot be read is told by whoever prints.
    const Result<int> strange = at.ledger.reconcile(*status.lifePages, at.clock.wall());
    if (strange && *strange > 0)
        log::tell<"printer.strange-pages">("ledger.strange-pages", *strange);
}

} // namespace kiosk::visit
