// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/conformance/recording/clean/cleaner.h"

namespace kiosk::tests {

/// The commands of a receipt printer (drivers/printer/escpos). What a slip shows is withheld dot by
/// dot; the commands around it, the printer's status and its name are kept. Bytes that begin no
/// command of ours are withheld to the end of their transfer.
class EscposCleaner final : public Cleaner {
public:
    std::vector<Transfer> take(Transfer transfer) override;
    std::vector<Transfer> rest() override { return {}; }

private:
    void cleanOut(KeptBytes& bytes);
    /// Whether the byte goes on with a command of ours.
    bool accept(std::byte next);

    Bytes command_;                ///< its beginning, as far as it has come
    std::size_t pictureBytes_ = 0; ///< that are still to come
};

} // namespace kiosk::tests
