// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "firmware/base/result.h"
#include "firmware/update/slots.h"
#include "firmware/update/version.h"

namespace kiosk::update {

/// What a bundle says of itself, under its signature.
struct BundleFacts {
    std::string board; ///< the hardware it is for: "licence-kiosk-amd64"
    Version version;
};

/// What judges a bundle's signature and writes what is in it. Each call blocks; one at a time.
class BundleProgram {
public:
    virtual ~BundleProgram() = default;

    /// Errors: "update.unreadable" (configuration, technician) where there is no such file,
    /// "update.untrusted" (refused, supplier) where nobody whom this system believes signed it, or
    /// it is no bundle.
    virtual Result<BundleFacts> look(const std::filesystem::path& bundle) = 0;

    /// Writes it over the slot that does not run. Error "update.not-written" (device, technician),
    /// above all where its content is not what was signed, "update.too-slow" (timedOut,
    /// technician): that slot is then broken.
    virtual Result<> write(const std::filesystem::path& bundle) = 0;

    /// What was last written there, by its own record. Error "update.no-record" (internal).
    virtual Result<Version> written(Slot slot) = 0;
};

} // namespace kiosk::update
