// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "drivers/camera/camera.h"
#include "tests/machine/devices/device_file.h"

namespace kiosk::machine {

/// The kernel's own camera for tests (vivid), with the output at the other end of its cable: what
/// is shown here is what its capture node delivers, frame after frame, in grey and 640 × 480. Calls
/// may fail with "machine.device-file" (technician).
class ConnectedCamera {
public:
    /// Error "machine.no-camera" (technician) where vivid is not loaded as early_init loads it.
    static Result<std::unique_ptr<ConnectedCamera>> open();
    ~ConnectedCamera();
    ConnectedCamera(const ConnectedCamera&) = delete;
    ConnectedCamera& operator=(const ConnectedCamera&) = delete;

    static constexpr int kWidth = 640;
    static constexpr int kHeight = 480;
    static constexpr const char* kPath = "/dev/video0"; ///< where it captures

    /// A frame of this size, seen until the next one.
    void show(const drivers::Frame& frame);

private:
    explicit ConnectedCamera(DeviceFile output) : output_(std::move(output)) {}
    Result<> start();
    Result<> mapAndQueue(unsigned index);

    DeviceFile output_;
    std::vector<std::span<std::byte>> buffers_; ///< mapped memory, a frame each
};

} // namespace kiosk::machine
