// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "firmware/base/result.h"
#include "firmware/update/slots.h"
#include "firmware/update/version.h"

namespace kiosk::update {

/// The system that runs, as an update sees it.
struct System {
    std::string board; ///< the hardware it was made for: "licence-kiosk-amd64"
    Version version;
    Slot running = Slot::a;
    std::filesystem::path loaderFile; ///< GRUB's environment block
};

/// From IMAGE_ID and IMAGE_VERSION of os-release(5) and the kernel's command line. Error
/// "update.no-system" (unsupported, technician): this machine was not started from a kiosk's image.
Result<System> systemFrom(std::string_view release, std::string_view commandLine,
                          std::filesystem::path loaderFile);

} // namespace kiosk::update
