// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/app/kioskctl/bundle.h"
#include "firmware/app/kioskctl/system_places.h"
#include "firmware/stick/desk.h"

namespace kiosk::app {

inline constexpr Option kListOption{"--list", "FILE",
                                    "the kiosk's own devices (/etc/kiosk/usb_devices.json)"};
inline constexpr Option kNodeOption{"--node", "FILE",
                                    "the stick: a device or a file, used as it is"};

/// Where the stick is: on USB, or what --node names. Errors: those of AllowList::load().
Result<std::unique_ptr<drivers::StickPort>> stickPort(const Arguments& arguments);

/// The support bundle as it goes onto a stick: "kiosk-20261127-163200.zip", by UTC, or
/// "kiosk-errors-…". Made in memory: the kiosk's own disk may be full.
Result<stick::Archive> stickArchive(const Config& config, const JournalQuery& journal,
                                    BundleHolds holds, WallTime now);

/// What firmware/update judges of a bundle of which only the end is there (stick::Judge).
stick::BundleOnStick judgeBundle(const SystemPlaces& places, const std::filesystem::path& end);

} // namespace kiosk::app
