// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace kiosk::kit {

/// Tells the libraries beneath the kit, through the process's environment, to leave out what costs
/// time at the start and serves nothing here. Before the first thread: the environment has no lock.
void quickenLibraries(const std::filesystem::path& fontsFile);

} // namespace kiosk::kit
