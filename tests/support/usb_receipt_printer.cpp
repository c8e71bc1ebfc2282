// SPDX-License-Identifier: Apache-2.0
#include "tests/support/usb_receipt_printer.h"

namespace kiosk::tests {

namespace {

constexpr unsigned kOut = 0x01;
constexpr unsigned kIn = 0x82;

/// Two bytes of length stand before it.
Bytes deviceId() {
    const Bytes rest = toBytes(ReceiptPrinterModel::kDeviceId);
    Bytes answer{std::byte{}, static_cast<std::byte>(rest.size() + 2)};
    answer.insert(answer.end(), rest.begin(), rest.end());
    return answer;
}

} // namespace

Bytes UsbReceiptPrinter::descriptors() const {
    const bool answers = protocol_ == Protocol::bidirectional;
    std::vector<unsigned> values{18,   1,    0x10, 0x01, 0,    0, 0, 64, 0xD4,
                                 0x0D, 0x37, 0x02, 0x00, 0x01, 0, 0, 0,  1};
    values.insert(values.end(), {9, 2, answers ? 32U : 25U, 0, 1, 1, 0, 0xC0, 0});
    values.insert(values.end(),
                  {9, 4, 0, 0, answers ? 2U : 1U, 7, 1, static_cast<unsigned>(protocol_), 0});
    values.insert(values.end(), {7, 5, kOut, 2, 64, 0, 0});
    if (answers)
        values.insert(values.end(), {7, 5, kIn, 2, 64, 0, 0});
    Bytes bytes;
    for (const unsigned value : values)
        bytes.push_back(static_cast<std::byte>(value));
    return bytes;
}

UsbReply UsbReceiptPrinter::control(const UsbSetup& setup) {
    constexpr std::uint8_t kClassIn = 0xA1;
    constexpr std::uint8_t kClassOut = 0x21;
    if (setup.type == kClassIn && setup.request == 0)
        return {.bytes = deviceId()};
    if (setup.type == kClassIn && setup.request == 1)
        return {.bytes = {portStatus_.value_or(model_.portStatus())}};
    if (setup.type == kClassOut && setup.request == 2) {
        ++softResets_;
        model_.softReset();
        return {};
    }
    return {.kind = UsbReply::Kind::stall}; // no string descriptors
}

UsbReply UsbReceiptPrinter::bulkOut(std::uint8_t /*endpoint*/, ByteView bytes) {
    if (nextOut_ == Next::nothing)
        return {.kind = UsbReply::Kind::notYet};
    if (std::exchange(nextOut_, Next::normal) == Next::stall)
        return {.kind = UsbReply::Kind::stall};
    return {.kind = model_.receive(bytes) ? UsbReply::Kind::done : UsbReply::Kind::notYet};
}

UsbReply UsbReceiptPrinter::bulkIn(std::uint8_t /*endpoint*/, std::size_t most) {
    if (nextIn_ == Next::nothing)
        return {.kind = UsbReply::Kind::notYet};
    if (std::exchange(nextIn_, Next::normal) == Next::stall)
        return {.kind = UsbReply::Kind::stall};
    Bytes answers = model_.send(most);
    if (answers.empty())
        return {.kind = UsbReply::Kind::notYet};
    return {.bytes = std::move(answers)};
}

} // namespace kiosk::tests
