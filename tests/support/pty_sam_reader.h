// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/pty_device.h"
#include "tests/support/sam_device_model.h"

namespace kiosk::tests {

/// A SAM reader at the far end of a pseudo-terminal: the line the driver opens is path().
class PtySamReader {
public:
    /// The model outlives the reader.
    explicit PtySamReader(SamDeviceModel& model);

    const std::filesystem::path& path() const { return line_.path(); }
    void unplug() { line_.unplug(); }
    /// Plugs it in again, at a path that may be another.
    void plug();

private:
    SamDeviceModel& model_;
    PtyDevice line_;
};

} // namespace kiosk::tests
