// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/code_reader.h"
#include "firmware/base/text.h"
#include "tests/fuzz/input.h"

using namespace kiosk;

/// The first byte is the width; as many whole rows as follow are the picture.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2 || data[0] == 0)
        return 0;
    const std::size_t width = data[0];
    const std::size_t height = (size - 1) / width;
    const drivers::Frame frame{
        static_cast<int>(width), static_cast<int>(height), {data + 1, data + 1 + width * height}};
    static_cast<void>(drivers::hintFor(frame));
    if (const auto code = drivers::readCode(frame))
        fuzz::expectAlways(isValidUtf8(code->text));
    return 0;
}
