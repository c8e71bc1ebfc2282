// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/sam_reader.h"

#include "drivers/card_reader/sam/known_readers.h"
#include "drivers/card_reader/sam/sam_card_reader.h"
#include "drivers/card_reader/sam/serial_channel.h"
#include "drivers/card_reader/sam/usb_channel.h"

namespace kiosk::drivers::sam {

namespace {

const Clock& systemClock() {
    static const SystemClock clock;
    return clock;
}

} // namespace

Result<std::unique_ptr<CardReader>> openSamUsb(SamTiming timing, const std::string& port,
                                               const OpenUsb& openUsb) {
    auto channel = TRY(UsbChannel::open(kKnownReaders, port, openUsb));
    return TRY(SamCardReader::open(std::move(channel), systemClock(), timing));
}

Result<std::unique_ptr<CardReader>> openSamSerial(const std::filesystem::path& line, unsigned baud,
                                                  SamTiming timing) {
    auto channel = TRY(SerialChannel::open(line, baud));
    return TRY(SamCardReader::open(std::move(channel), systemClock(), timing));
}

} // namespace kiosk::drivers::sam
