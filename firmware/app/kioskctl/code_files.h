// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"

namespace kiosk::app {

/// Writes each text as the picture of a QR code, NAME-1.png, NAME-2.png …, each in one step, into
/// the folder, which is made where there is none. Errors: codePicture()'s and those of writing
/// files.
Result<> writeCodes(const std::vector<std::string>& texts, const std::filesystem::path& folder,
                    std::string_view name);

} // namespace kiosk::app
