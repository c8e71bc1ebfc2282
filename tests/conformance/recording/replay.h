// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "drivers/card_reader/card_reader.h"
#include "tests/conformance/recording/recording.h"

namespace kiosk::tests {

/// How a reader's driver is opened at a connection.
using OpenReaderOver =
    std::function<Result<std::unique_ptr<drivers::CardReader>>(const drivers::OpenUsb&)>;

/// Opens a reader's driver at the device of a recording and asks of it what was asked then: it must
/// send the same, and make the same of the same answers; a card it reads is the sample card of its
/// layout, every field. "kit.not-met" (supplier) with what it did instead.
Result<> replayReader(const Recording& recording, const OpenReaderOver& open);

} // namespace kiosk::tests
