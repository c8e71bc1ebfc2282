// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "drivers/printer/device_id.h"
#include "drivers/printer/escpos/codec/commands.h"
#include "drivers/printer/escpos/condition_mapping.h"
#include "drivers/printer/usb_class/answers.h"
#include "firmware/base/text.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using namespace kiosk::drivers;

namespace {

void expectText(const std::string& value) {
    fuzz::expectAlways(isValidUtf8(value));
    fuzz::expectAlways(std::ranges::none_of(
        value, [](char each) { return static_cast<unsigned char>(each) < 0x20; }));
}

/// Each byte as the answer about each part, on top of the ones before.
void answers(ByteView bytes) {
    escpos::Condition condition;
    unsigned part = 0;
    for (const std::byte answer : bytes) {
        const escpos::Condition before = condition;
        escpos::takeStatus(static_cast<escpos::StatusPart>(part++ % 4 + 1), answer, condition);
        const bool isStatus = escpos::kindOf(answer) == escpos::AnswerKind::status;
        fuzz::expectAlways(isStatus || condition == before);
        fuzz::expectAlways(!escpos::toStatus(condition).canPrint() || !condition.paperOut);
    }
}

void picture(ByteView bytes) {
    constexpr std::size_t kHead = 8;
    const std::size_t rows = bytes.size() / 3;
    if (rows == 0)
        return;
    const escpos::Dots dots{.bytesPerRow = 3,
                            .rows = rows,
                            .bytes =
                                Bytes(bytes.begin(), bytes.begin() + 3 * std::ptrdiff_t(rows))};
    const Bytes command = escpos::band(dots, 0, rows);
    for (std::size_t at = kHead + 1; at < command.size(); ++at)
        for (const std::byte second : {std::byte{0x04}, std::byte{0x05}, std::byte{0x14}})
            fuzz::expectAlways(command[at - 1] != std::byte{0x10} || command[at] != second);
}

} // namespace

/// The same bytes as answers on the line, as a device id and as a picture.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes = fuzz::input(data, size);
    answers(bytes);
    picture(bytes);
    if (!bytes.empty())
        static_cast<void>(drivers::usb::toPortStatus(bytes.front()));
    const DeviceId id = parseDeviceId(drivers::usb::deviceIdText(bytes));
    for (const std::string& value : {id.manufacturer, id.model, id.serial, id.commandSets})
        expectText(value);
    return 0;
}
