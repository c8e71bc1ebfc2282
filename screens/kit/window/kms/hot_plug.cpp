// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/kms/hot_plug.h"

#include <libudev.h>

#include "firmware/base/handle.h"

namespace kiosk::kit {

HotPlug::HotPlug() : udev_(udev_new()) {
    if (udev_ == nullptr)
        return;
    monitor_ = udev_monitor_new_from_netlink(udev_, "udev");
    if (monitor_ == nullptr)
        return;
    udev_monitor_filter_add_match_subsystem_devtype(monitor_, "drm", "drm_minor");
    udev_monitor_enable_receiving(monitor_);
}

HotPlug::~HotPlug() {
    udev_monitor_unref(monitor_);
    udev_unref(udev_);
}

int HotPlug::descriptor() const {
    return monitor_ == nullptr ? -1 : udev_monitor_get_fd(monitor_);
}

bool HotPlug::take() {
    bool wasPlugged = false;
    while (monitor_ != nullptr) {
        const Handle<udev_device, udev_device_unref> device(udev_monitor_receive_device(monitor_));
        if (!device)
            break;
        wasPlugged |= udev_device_get_property_value(device.get(), "HOTPLUG") != nullptr;
    }
    return wasPlugged;
}

} // namespace kiosk::kit
