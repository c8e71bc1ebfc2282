// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/printer/escpos_bench.h"

namespace kiosk::tests {

std::vector<Bytes> EscposBench::received() const {
    std::vector<Bytes> documents;
    for (const auto& strip : model_.strips())
        documents.push_back(strip.dots);
    return documents;
}

Bytes EscposBench::asReceived(const drivers::PrintDocument& document) const {
    const auto page = document.drawPage(0, {.width = 576, .dotsPerInch = 203}).value();
    Bytes bits;
    for (std::size_t at = 0; at < page.dots.size(); ++at) {
        if (at % 8 == 0)
            bits.push_back({});
        if (page.dots[at] == std::byte{})
            bits.back() |= std::byte{0x80} >> at % 8;
    }
    return bits;
}

} // namespace kiosk::tests
