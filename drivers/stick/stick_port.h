// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/base/result.h"

namespace kiosk::drivers {

/// A stick that the system may use now.
struct AdmittedStick {
    std::filesystem::path node; ///< the whole of it, "/dev/sdb"; in tests a file
    bool isWriteProtected = false;
};

/// Where a stick is plugged in: nothing uses it but between admit() and letGo(). Each call blocks;
/// one thread at a time.
class StickPort {
public:
    virtual ~StickPort() = default;

    /// Admits the one stick that is plugged in, and waits until it can be read. Errors:
    /// "stick.none" (notFound, technician), "stick.several" (refused, technician): nobody can tell
    /// which is meant, "device.not-allowed" (refused, technician): it is something else as well, as
    /// a stick that types is, "stick.silent" (timedOut, technician): it does not answer.
    virtual Result<AdmittedStick> admit() = 0;

    /// From now on nothing uses it, also where it was never admitted. Error "stick.not-let-go"
    /// (device, technician).
    virtual Result<> letGo() = 0;
};

} // namespace kiosk::drivers
