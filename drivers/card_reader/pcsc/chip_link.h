// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <string>

#include "drivers/card_reader/card_trouble.h"
#include "firmware/base/bytes.h"

namespace kiosk::drivers::pcsc {

/// What a contact reader knows of the place where a card goes.
struct ChipSeat {
    bool present = false;
    unsigned changes =
        0; ///< counts cards put in and taken out: the same card, as long as it stands
};

template <typename T = void>
using ChipResult = std::expected<T, CardTrouble>;

/// A contact reader and the card in it: small, so that a test can be one. Troubles: removed,
/// selectFailed (a card that does not answer to power), readFailed, gone, silent.
class ChipLink {
public:
    virtual ~ChipLink() = default;

    virtual std::string readerName() const = 0;
    virtual ChipResult<ChipSeat> look() = 0;
    /// Powers the card; it stays ours until disconnect().
    virtual ChipResult<> connect() = 0;
    virtual ChipResult<Bytes> transmit(ByteView command) = 0;
    /// Takes power from the card. Without one, nothing happens.
    virtual void disconnect() = 0;
};

} // namespace kiosk::drivers::pcsc
