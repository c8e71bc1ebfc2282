// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "drivers/code_reader/code_source.h"
#include "firmware/base/process/descriptor.h"

namespace kiosk::drivers {

/// A scanner that types as a keyboard, at its node ("/dev/input/by-id/…-event-kbd"). It is taken
/// for ourselves (EVIOCGRAB), so that what it types reaches no field of any screen. Errors of
/// opening beyond those of CodeSource: "scanner.not-a-scanner" where the node has not the keys that
/// type a code.
Result<std::unique_ptr<CodeSource>> openEvdevScanner(const std::filesystem::path& node);

/// The same on a descriptor that gives `input_event`s (linux/input.h) and is taken already; owned
/// from now on.
std::unique_ptr<CodeSource> evdevScannerOn(Descriptor node, DeviceIdentity identity);

} // namespace kiosk::drivers
