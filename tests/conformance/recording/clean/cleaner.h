// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "tests/conformance/recording/recording.h"

namespace kiosk::tests {

/// Stands between a connection and the file its exchanges are kept in: no byte of a person passes.
/// What it does not understand it withholds.
class Cleaner {
public:
    virtual ~Cleaner() = default;

    /// Takes what went over the connection, and gives the transfers that nothing later can change:
    /// one whose frame is not over yet is held back.
    virtual std::vector<Transfer> take(Transfer transfer) = 0;
    /// What is still held back, when nothing more comes.
    virtual std::vector<Transfer> rest() = 0;
};

/// All its bytes withheld, overwritten where they stand.
Transfer withheld(Transfer transfer);

/// By what the device is: SamCleaner, EscposCleaner, or one that withholds every byte.
std::unique_ptr<Cleaner> cleanerFor(const drivers::UsbId& id,
                                    const drivers::UsbInterface& interface);

} // namespace kiosk::tests
