// SPDX-License-Identifier: Apache-2.0
#include "firmware/authority/envelope.h"
#include "tests/fuzz/input.h"

using namespace kiosk;

/// The input is what an envelope holds once it is opened (JSON). What is accepted is written back
/// as the same wish.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto request = authority::parseEnvelopeContent(toText(fuzz::input(data, size)));
    if (request)
        fuzz::expectAlways(authority::parseEnvelopeContent(authority::envelopeContent(*request)) ==
                           request);
    return 0;
}
