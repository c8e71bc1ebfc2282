// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/environment.h"

#include <cstdlib>

namespace kiosk::kit {

void quickenLibraries(const std::filesystem::path& fontsFile) {
    // Pango asks for the machine's own list of fonts too, hundreds of files; let it be ours.
    ::setenv("FONTCONFIG_FILE", fontsFile.c_str(), 1);
    // X reads thousands of rules for composing characters; nobody types them here.
    ::setenv("XCOMPOSEFILE", "/dev/null", 1);
    // SDL asks for a session's bus, and where there is none the bus's library forks to start one: a
    // copy of a process whose other threads hold locks, which then nobody opens.
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
}

} // namespace kiosk::kit
