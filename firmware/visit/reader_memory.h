// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/card_reader/card_reader.h"
#include "drivers/device/slot.h"

namespace kiosk::visit {

/// What a card reader still knows of the card it read. In trouble it forgets: a card that lies
/// there is no longer the one read last, and is not found as a new one either, for its module read
/// it already. Reset, it finds whatever lies there (D5, D3).
enum class ReaderMemory {
    whole,
    lost,  ///< it was in trouble since
    afresh ///< it was in trouble and reset: what it finds may have been read before
};

/// Before a look: brings a reader back that forgot. Its worker's thread. Errors: those of
/// Device::reset(), and the reader's own while it is in trouble.
inline Result<ReaderMemory> recalled(drivers::Slot<drivers::CardReader>& reader,
                                     ReaderMemory memory, const std::stop_token& stop) {
    if (memory != ReaderMemory::lost)
        return memory;
    TRY(reader.use(stop, &drivers::CardReader::reset));
    return ReaderMemory::afresh;
}

} // namespace kiosk::visit
