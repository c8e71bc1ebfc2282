// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/usb_class/answers.h"

namespace kiosk::drivers::usb {

PortStatus toPortStatus(std::byte answer) {
    constexpr std::byte kPaperEmpty{0x20};
    constexpr std::byte kSelected{0x10};
    constexpr std::byte kNoError{0x08};
    const auto has = [answer](std::byte bit) { return (answer & bit) != std::byte{}; };
    return {.paperEmpty = has(kPaperEmpty), .selected = has(kSelected), .error = !has(kNoError)};
}

std::string deviceIdText(ByteView answer) {
    constexpr std::size_t kLengthSize = 2;
    if (answer.size() < kLengthSize)
        return {};
    const std::size_t length =
        std::to_integer<std::size_t>(answer[0]) << 8U | std::to_integer<std::size_t>(answer[1]);
    const bool honest = length >= kLengthSize && length <= answer.size();
    return toText(answer.subspan(kLengthSize, (honest ? length : answer.size()) - kLengthSize));
}

} // namespace kiosk::drivers::usb
