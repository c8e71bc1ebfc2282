// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/recording/clean/cleaner.h"

#include <algorithm>

#include "drivers/card_reader/sam/known_readers.h"
#include "tests/conformance/recording/clean/escpos_cleaner.h"
#include "tests/conformance/recording/clean/sam_cleaner.h"

namespace kiosk::tests {

namespace {

constexpr std::uint8_t kPrinterClass = 0x07; // USB 2.0, table 9-12

class WithholdAll final : public Cleaner {
public:
    std::vector<Transfer> take(Transfer transfer) override {
        return {withheld(std::move(transfer))};
    }
    std::vector<Transfer> rest() override { return {}; }
};

} // namespace

Transfer withheld(Transfer transfer) {
    for (auto& byte : transfer.bytes) {
        byte = std::byte{};
        byte.reset();
    }
    return transfer;
}

std::unique_ptr<Cleaner> cleanerFor(const drivers::UsbId& id,
                                    const drivers::UsbInterface& interface) {
    if (std::ranges::find(drivers::sam::kKnownReaders, id) != drivers::sam::kKnownReaders.end())
        return std::make_unique<SamCleaner>();
    if (interface.code.classCode == kPrinterClass)
        return std::make_unique<EscposCleaner>();
    return std::make_unique<WithholdAll>();
}

} // namespace kiosk::tests
