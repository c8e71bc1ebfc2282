// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

#include "drivers/card_reader/card_reader.h"
#include "drivers/card_reader/card_trouble.h"
#include "tests/conformance/kit/case.h"

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
    /// Makes the device take its time with the next read, longer than a stop may be waited for.
    virtual void holdNextRead() { throw NotOffered{"hold up a read"}; }
    /// Whether a card that was read is the one that was laid.
    virtual bool isSame(const drivers::IdCard& read, const drivers::IdCard& laid) const {
        return read == laid;
    }
};

/// What every reader must do.
std::span<const Case<ReaderRig>> cardReaderCases();

/// A rig with its reader plugged in, opened and empty. Each conformance program links one.
std::unique_ptr<ReaderRig> makeReaderRig();

} // namespace kiosk::tests
