// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace kiosk {

/// Another program of ours: beside the one that runs now, or in the folder `bin` beside that.
std::filesystem::path ownProgram(std::string_view name);

} // namespace kiosk
