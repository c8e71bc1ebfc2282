// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>

namespace kiosk::tests {

/// The folder of real files beside the repository: $KIOSK_SAMPLES, or ../shared/samples. Programs
/// that need it are built with tests/support/samples_main.cpp, which skips them where it is absent.
inline std::filesystem::path samplesFolder() {
    if (const char* named = std::getenv("KIOSK_SAMPLES"))
        return named;
    return std::filesystem::path(KIOSK_SOURCE_DIR) / ".." / "shared" / "samples";
}

} // namespace kiosk::tests
