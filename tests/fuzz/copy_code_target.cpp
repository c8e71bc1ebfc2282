// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/copy_code.h"
#include "tests/fuzz/input.h"

using namespace kiosk;

/// A code that is accepted must be written back as the very text that was read.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = toText(fuzz::input(data, size));
    if (const auto code = parseCopyCode(text))
        fuzz::expectAlways(toText(*code) == text);
    return 0;
}
