// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/text.h"
#include "firmware/typing/table.h"

namespace kiosk::typing::tests {

/// The table as the kiosk has it, made by the build from what Debian installs.
inline const Table& builtTable() {
    static const auto table = Table::open(KIOSK_BINARY_DIR "/bin/typing-characters").value();
    return *table;
}

} // namespace kiosk::typing::tests
