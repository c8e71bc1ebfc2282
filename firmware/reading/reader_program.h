// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace kiosk::reading {

/// `kiosk-reader`, beside the program that runs now or in the folder `bin` beside that.
std::filesystem::path readerProgram();

} // namespace kiosk::reading
