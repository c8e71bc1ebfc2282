// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "drivers/code_reader/code_source.h"

namespace kiosk::drivers {

/// A scanner on a serial line, or on USB as one ("/dev/ttyACM0"). Errors of opening beyond those of
/// CodeSource: those of SerialTransport.
Result<std::unique_ptr<CodeSource>> openSerialScanner(const std::filesystem::path& tty,
                                                      unsigned baud);

} // namespace kiosk::drivers
