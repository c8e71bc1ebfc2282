// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <string>

#include "firmware/base/result.h"

namespace kiosk::drivers {

/// Device words of XFS4IoT (Common.Status, "device").
enum class DeviceState {
    online,        ///< ready
    offline,       ///< attached, switched off or not talking
    noDevice,      ///< nothing is attached
    hardwareError, ///< a technician must act
    userError,     ///< a person in front must act: wrong card, cover open
    busy,          ///< working; ask again
};

std::string_view name(DeviceState state);

/// Who the device says it is, for the parts check (D14). Empty where it cannot say.
struct DeviceIdentity {
    std::string module; ///< our driver module: "sam-usb", "ipp"
    std::string model;
    std::string serial;
    std::string firmware;
    std::string port; ///< USB path, tty or URI without credentials

    bool operator==(const DeviceIdentity&) const = default;
};

/// Is the device itself gone, silent or faulty, so that nothing but opening it anew can help? One
/// that refuses, or answers that it is busy or does not know what it was asked about, is there.
bool losesDevice(const Error& error);

/// "device.needs-technician": resets and opening anew did not help; `fault` was the last of it.
Error needsTechnician(const Error& fault);

/// What every driver has in common. One worker thread calls a device; calls block at most their
/// stated deadline and return soon after the stop token asks. Destroying a device frees it.
class Device {
public:
    virtual ~Device() = default;
    virtual DeviceIdentity identity() const = 0;
    /// Brings the device back to its state after power-on. At most 3 s.
    virtual Result<> reset(std::stop_token stop) = 0;
};

} // namespace kiosk::drivers
