// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "drivers/card_reader/card_reader.h"

/// What development builds (KIOSK_RECORDER) have and a kiosk in service has not.
namespace kiosk::app {

bool hasRecorder();

/// The SAM reader at this USB port; each opening is kept as a file of its own in `folder`, cleaned
/// of persons (tests/conformance/recording). "config.no-recorder" (configuration) in a build
/// without one, "recorder.no-file" (configuration), the reader's own errors.
Result<std::unique_ptr<drivers::CardReader>> openRecordedSam(const std::string& port,
                                                             const std::filesystem::path& folder);

} // namespace kiosk::app
