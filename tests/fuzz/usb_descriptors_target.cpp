// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "drivers/usb_guard/allow_list.h"
#include "tests/fuzz/input.h"

using namespace kiosk;

namespace {

/// Allows everything that offers anything.
const drivers::AllowList& careless() {
    static const drivers::AllowList list(
        {{.parts = {"any"}, .ids = {{}}, .interfaces = {drivers::UsbInterfacePattern{}}}});
    return list;
}

} // namespace

/// The input is what a device says of itself when it is plugged in.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto offer = drivers::parseDescriptors(fuzz::input(data, size));
    if (!offer) {
        fuzz::expectAlways(offer.error().code() == "device.descriptors");
        return 0;
    }
    const auto& interfaces = offer->interfaces;
    fuzz::expectAlways(interfaces.size() <= size / 9);
    for (std::size_t at = 1; at < interfaces.size(); ++at)
        fuzz::expectAlways(textOf(interfaces[at - 1]) < textOf(interfaces[at]));
    const drivers::UsbDevice device{.port = "1-1", .id = offer->id, .interfaces = interfaces};
    fuzz::expectAlways(careless().judge(device).isAllowed() == !interfaces.empty());
    return 0;
}
