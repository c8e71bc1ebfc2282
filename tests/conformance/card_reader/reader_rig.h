// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "drivers/card_reader/card_reader.h"
#include "drivers/card_reader/card_trouble.h"

namespace kiosk::tests {

/// A reader under test together with the hand that lays cards on it: what a supplier writes to have
/// a reader judged by this suite.
class ReaderRig {
public:
    virtual ~ReaderRig() = default;

    virtual drivers::CardReader& reader() = 0;
    virtual void lay(const drivers::IdCard& card) = 0;
    virtual void lift() = 0;
    /// Makes the next readCard() meet this: removed, readFailed, damaged, wrongKind or refused.
    virtual void failNextRead(drivers::CardTrouble trouble) = 0;
    virtual void unplug() = 0;
    /// Plugs the reader in again and opens it anew; reader() may be another object afterwards.
    virtual void plugAndOpen() = 0;
};

/// A rig with its reader plugged in, opened and empty. Each conformance program links one.
std::unique_ptr<ReaderRig> makeReaderRig();

} // namespace kiosk::tests
