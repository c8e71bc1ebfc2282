// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/typing/builder/rime.h"
#include "firmware/typing/table_format.h"

namespace kiosk::typing {

/// Writes what Table maps. Errors: what writeFile() says.
Result<> writeTable(std::array<std::vector<Way>, kTabledBoards> boards,
                    const std::filesystem::path& file);

} // namespace kiosk::typing
