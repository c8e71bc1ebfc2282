// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "drivers/card_reader/card_reader.h"
#include "drivers/card_reader/sam/sam_module.h"
#include "drivers/transport/usb_transport.h"

namespace kiosk::drivers::sam {

/// The speed SAM modules have when they leave the factory.
inline constexpr unsigned kUsualBaud = 115200;

/// The known reader (known_readers.h) at this USB port ("1-1.2"), the first one where none is
/// named. "reader.gone" when none is attached; once a reader reports "reader.gone", destroy it and
/// open again. "usb.no-pipes": one is attached and has no interface we know.
Result<std::unique_ptr<CardReader>> openSamUsb(SamTiming timing = {}, const std::string& port = {},
                                               const OpenUsb& openUsb = UsbTransport::open);

/// The reader at a serial line, "/dev/ttyS0".
Result<std::unique_ptr<CardReader>>
openSamSerial(const std::filesystem::path& line, unsigned baud = kUsualBaud, SamTiming timing = {});

} // namespace kiosk::drivers::sam
