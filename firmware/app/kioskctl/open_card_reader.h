// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "drivers/card_reader/card_reader.h"

namespace kiosk::app {

/// The card reader a text names, as in a board profile: "usb" the first known one on USB,
/// "serial:/dev/ttyS0" the one at that line, "pcsc" the first contact reader. Anything else is
/// "usage.card-reader".
Result<std::unique_ptr<drivers::CardReader>> openCardReader(std::string_view name);

} // namespace kiosk::app
