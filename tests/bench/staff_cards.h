// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "firmware/base/result.h"
#include "firmware/staff/roles.h"
#include "tests/bench/acts.h"

namespace kiosk::bench {

/// The PIN of every staff card of the bench.
inline constexpr std::string_view kStaffPin = "314159";

/// Where the kiosk of this folder finds the number of the staff card that lies there.
std::filesystem::path staffCardFile(const std::filesystem::path& kioskFolder);

/// Lays the card of somebody with this role, and puts it on the kiosk's register in its state
/// folder where it is not on it yet.
Result<> layStaffCard(const std::filesystem::path& kioskFolder, staff::Role role);
Result<> liftStaffCard(const std::filesystem::path& kioskFolder);

/// Nothing where it does not happen to staff cards.
std::optional<Result<>> happenToStaffCard(const std::filesystem::path& kioskFolder, Happening what);

} // namespace kiosk::bench
