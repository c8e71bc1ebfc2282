// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/conformance/recording/recorder.h"

namespace kiosk::tests {

/// Opens a reader's driver at the device of a recording and asks of it what was asked then: it must
/// send the same, and make the same of the same answers; a card it reads is the sample card of its
/// layout, every field. "kit.not-met" (supplier) with what it did instead.
Result<> replayReader(const Recording& recording, const OpenReaderOver& open);

} // namespace kiosk::tests
