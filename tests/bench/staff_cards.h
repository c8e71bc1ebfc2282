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

/// Whose register the bench's cards are put on.
enum class StaffRegisters {
    kiosks, ///< the one in the kiosk's state folder, when a card is first laid
    sites   ///< none: they are on the one that came with the kiosk's disk
};

/// Lays the card of somebody with this role.
Result<> layStaffCard(const std::filesystem::path& kioskFolder, staff::Role role,
                      StaffRegisters registers = StaffRegisters::kiosks);
Result<> liftStaffCard(const std::filesystem::path& kioskFolder);

/// Nothing where it does not happen to staff cards.
std::optional<Result<>> happenToStaffCard(const std::filesystem::path& kioskFolder, Happening what,
                                          StaffRegisters registers = StaffRegisters::kiosks);

} // namespace kiosk::bench
