// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/app/kioskctl/command.h"
#include "firmware/update/history.h"
#include "firmware/update/rauc.h"
#include "firmware/update/system.h"

namespace kiosk::app {

inline constexpr Option kBelowOption{"--below", "DIR", "the system's files lie below DIR (/)"};

/// Where the image keeps what an update goes by (board/image.d/rootfs): loader's file, record of
/// what was written, history.
class SystemPlaces {
public:
    explicit SystemPlaces(const Arguments& arguments);

    /// Error "update.no-system", and those of readFile().
    Result<update::System> system() const;
    Result<update::Slot> runningSlot() const; ///< "slot.none" (unsupported, technician)
    std::filesystem::path loaderFile() const;
    update::Rauc rauc() const;
    update::History history() const;
    /// How the devices stood on the system before the one that was written last, as the kiosk told.
    std::filesystem::path devicesBefore() const;

private:
    std::filesystem::path root_;
};

} // namespace kiosk::app
