// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

struct udev;
struct udev_monitor;

namespace kiosk::kit {

/// Hears from udev (libudev) that a screen was plugged in or out: the kernel says so of its card.
/// One thread.
class HotPlug {
public:
    HotPlug(); ///< hears nothing where there is no udev
    ~HotPlug();
    HotPlug(const HotPlug&) = delete;
    HotPlug& operator=(const HotPlug&) = delete;

    int descriptor() const; ///< readable when there is news; -1 where it hears nothing
    /// Whether something was plugged since the last call. Never blocks.
    bool take();

private:
    udev* udev_;
    udev_monitor* monitor_ = nullptr;
};

} // namespace kiosk::kit
