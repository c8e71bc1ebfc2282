// SPDX-License-Identifier: Apache-2.0
#include <sys/mman.h>
#include <unistd.h>

#include "firmware/app/config.h"
#include "tests/fuzz/input.h"

using namespace kiosk;

/// The input is a kiosk's configuration file, held in memory.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int file = ::memfd_create("config", MFD_CLOEXEC);
    fuzz::expectAlways(file >= 0 && ::write(file, data, size) == static_cast<ssize_t>(size));
    const auto config = app::loadConfig("/proc/self/fd/" + std::to_string(file));
    ::close(file);
    if (!config)
        fuzz::expectAlways(config.error().remedy() == Remedy::configuration);
    return 0;
}
