// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "firmware/base/result.h"

namespace kiosk::drivers {

/// Something was plugged in or pulled.
struct DeviceNews {
    enum class What { arrived, left };

    What what = What::arrived;
    std::string subsystem; ///< the kernel's word: "usb", "tty", "video4linux", "input"
    std::string name;      ///< the kernel's too: "1-1", "ttyUSB0", "video0"
};

/// Listens to udev for devices that come and go, on a thread of its own, so that one that is
/// plugged in need not wait until it is looked for (D3).
class DeviceWatch {
public:
    /// Called on the watch's thread, not after the watch is gone.
    using Tell = std::function<void(const DeviceNews&)>;

    /// Where udev does not run nothing is ever told, and that is no error. Errors:
    /// "device.no-watch" (configuration) when the system refuses a listener.
    static Result<std::unique_ptr<DeviceWatch>> start(Tell tell);
    ~DeviceWatch();
    DeviceWatch(const DeviceWatch&) = delete;
    DeviceWatch& operator=(const DeviceWatch&) = delete;

private:
    class Monitor;
    DeviceWatch(std::unique_ptr<Monitor> monitor, Tell tell);

    std::unique_ptr<Monitor> monitor_;
    Tell tell_;
    std::jthread thread_; ///< last: ends before what it uses
};

} // namespace kiosk::drivers
