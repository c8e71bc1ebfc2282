// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <set>

#include "drivers/usb_guard/allow_list.h"

namespace kiosk::drivers {

/// Stands before every opening of a device: what the list does not allow is not opened (BadUSB),
/// and who it was is logged, once for as long as it stays. From any thread.
class UsbGuard {
public:
    using Survey = std::function<std::vector<UsbDevice>()>;

    explicit UsbGuard(AllowList list, Survey survey = attachedUsbDevices)
        : list_(std::move(list)), survey_(std::move(survey)) {}

    /// May the part of the kiosk ("cardReader") be opened where the configuration says that it is?
    /// `at` is a port ("1-1.2"), a node ("/dev/video0") or a URI of the network; anything
    /// else is a driver that finds its device by itself, whom nobody can tell which to leave. Then
    /// no refused device may be there that could be taken for the part, or sits where the part was.
    /// Error "device.not-allowed" (refused, technician), with who it is and why.
    Result<> admit(std::string_view part, const std::string& at);

    /// All refused devices that are attached now: one error each, as above.
    std::vector<Error> refused();

private:
    struct Seen {
        UsbDevice device;
        UsbJudgement judgement;
    };
    std::vector<Seen> look();

    const AllowList list_;
    const Survey survey_;
    std::mutex mutex_;                                      ///< guards all below
    std::map<std::string, std::vector<std::string>> parts_; ///< by port: of the last allowed one
    std::set<std::string> logged_; ///< refused devices that are still there
};

} // namespace kiosk::drivers
