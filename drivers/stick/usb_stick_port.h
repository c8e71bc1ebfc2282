// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

#include "drivers/stick/stick_port.h"
#include "drivers/usb_guard/allow_list.h"

namespace kiosk::drivers {

/// Sticks on USB, at a kiosk where the kernel uses no device until it is told to
/// (usbcore.authorized_default=0, board/usb). Admits what offers mass storage over SCSI and nothing
/// beside it, by the kernel's "authorized" of that device (Documentation/usb/authorization.rst).
/// What the kiosk's list allows is the kiosk's own, as the disk it started from may be, and no
/// stick. Writing there needs root's rights.
class UsbStickPort final : public StickPort {
public:
    explicit UsbStickPort(AllowList kiosksOwn,
                          std::chrono::milliseconds patience = std::chrono::seconds(15))
        : kiosksOwn_(std::move(kiosksOwn)), patience_(patience) {}
    ~UsbStickPort() override;
    UsbStickPort(const UsbStickPort&) = delete;
    UsbStickPort& operator=(const UsbStickPort&) = delete;

    Result<AdmittedStick> admit() override;
    /// Lets go of every stick, whoever admitted it: also of one that a program that died has left.
    Result<> letGo() override;

private:
    Result<UsbDevice> theStick() const;

    AllowList kiosksOwn_;
    std::chrono::milliseconds patience_;
};

} // namespace kiosk::drivers
