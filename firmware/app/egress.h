// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/app/config.h"
#include "firmware/egress/destination.h"

namespace kiosk::app {

/// What a kiosk of this configuration connects to: its regions' platforms, and printers that are
/// on the network. Addresses that nobody understands are left out; their driver says what is wrong.
egress::Allowed allowedBy(const Config& config);

/// The Unix socket of this name in the folder that KIOSK_EGRESS names; empty where the environment
/// does not name one: then the kiosk connects by itself (firmware/egress).
std::filesystem::path egressSocket(std::string_view name);

} // namespace kiosk::app
